// npm run ship:recordings: makes the recordings that come with the app from those that the conformance tests have.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { shippedTexts } from './recordings/shipped-texts.ts';

const folder = fileURLToPath(new URL('../src/lib/source/recorded/shipped', import.meta.url));

mkdirSync(folder, { recursive: true });
for (const [id, text] of shippedTexts()) writeFileSync(`${folder}/${id}.json`, text);
