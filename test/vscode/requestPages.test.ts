/**
 * The product as a person sees it: on requests. One file for the test runner, and so one process, which shares a VS Code and a
 * browser; beside it runs that of the lock profile.
 */
import './pages/page.ts';
import './pages/documents.ts';
import './pages/explain.ts';
