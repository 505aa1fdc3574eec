/** The product as a person sees it. One file for the test runner, and so one process, which shares a VS Code and a browser. */
import './pages/page.ts';
import './pages/documents.ts';
import './pages/explain.ts';
import './pages/firstSteps.ts';
import './pages/import.ts';
import './pages/noProfile.ts';
import './pages/accounts.ts';
