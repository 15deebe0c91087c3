/** `npm start`: builds what is missing, then serves. */
import './build.mjs';

// A static import would load the server before the build has made it.
await import('../dist/main.js');
