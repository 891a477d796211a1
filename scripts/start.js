// npm start: with nothing there but Node, installs, builds and serves Kinetes.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build-if-stale.js';
import { install } from './install.js';
import { serve } from './static-server.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
install();
buildIfStale();
const wanted = Number(process.env.PORT ?? 4173);
const { url } = await serve(resolve('build'), wanted).catch(() => serve(resolve('build'), 0));
console.log(`\nKinetes is at ${url}  (Ctrl+C ends it)`);
