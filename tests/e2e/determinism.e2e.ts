import { readFileSync } from 'node:fs';
import { simulate } from '#lib/source/simulate.ts';
import { writeTrace } from '#lib/trace/json-lines.ts';
import { lessonOnDisk } from '../../scripts/kinetes/built-in-lessons.ts';
import { expect, open, test } from './lesson-page.ts';

test('the same scenario gives the same trace in Node and in the browser, byte for byte', async ({
	page
}) => {
	await open(page, '/lessons/create-pod/');
	await page.keyboard.press('e');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save the trace' }).click();
	const there = readFileSync(await (await download).path(), 'utf8');
	expect(there).toBe(writeTrace(simulate(lessonOnDisk('create-pod').scenario)));
});
