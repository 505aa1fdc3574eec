/** The product as a person sees it: on the way to a lock profile. See requestPages.test.ts. */
import './pages/firstSteps.ts';
import './pages/import.ts';
import './pages/noProfile.ts';
