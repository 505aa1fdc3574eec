/** The product as a person sees it: on the way to a lock profile, and with several. See requestPages.test.ts. */
import './pages/accounts.ts';
import './pages/firstSteps.ts';
import './pages/import.ts';
import './pages/noProfile.ts';
