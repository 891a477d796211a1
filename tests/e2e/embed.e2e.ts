import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './lesson-page.ts';

interface Heard {
	readonly heard: unknown[];
}

let deck: Server;

test.beforeAll(async () => {
	const app = test.info().project.use.baseURL;
	deck = createServer((_, response) => {
		response.setHeader('content-type', 'text/html');
		response.end(`<!doctype html>
			<title>A deck</title>
			<script src="${app}/kinetes-lesson.js"></script>
			<kinetes-lesson lesson="create-pod" at="800" lang="en"></kinetes-lesson>
			<script>
				window.heard = [];
				addEventListener('keydown', ({ key, keyCode }) => heard.push(key + ' ' + keyCode));
				document.querySelector('kinetes-lesson').addEventListener('kinetes-moment', ({ detail }) =>
					heard.push(detail.beat + ' ' + detail.phase));
			</script>`);
	});
	await new Promise<void>((listening) => deck.listen(0, '127.0.0.1', listening));
});

test.afterAll(() => {
	deck.close();
});

test.beforeEach(async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(`http://localhost:${(deck.address() as AddressInfo).port}/`);
});

test('in slides a lesson is a picture with its caption, and hands back the keys it has no use for', async ({
	page
}) => {
	const frame = page.frameLocator('iframe');
	const heard = () => page.evaluate(() => (window as unknown as Heard).heard);
	await expect(frame.locator('footer .time')).toHaveText('0.800 s');
	await expect(frame.locator('header')).toBeHidden();
	await expect(frame.locator('.caption .sentence')).not.toHaveText('');
	await expect.poll(heard).toContain('seen paused');

	await frame.getByRole('button', { name: 'Play', exact: true }).focus();
	await page.keyboard.press('PageDown');
	await expect(frame.locator('footer .time')).not.toHaveText('0.800 s');
	await page.keyboard.press('b');
	await page.keyboard.press('Escape');
	await page.keyboard.press('ArrowDown');
	await expect.poll(heard).toEqual(expect.arrayContaining(['b 66', 'Escape 27', 'ArrowDown 40']));
	expect(await heard()).not.toContain('PageDown 34');
});

test('the deck tells a lesson where to go, and gets its keys back at the end', async ({ page }) => {
	const frame = page.frameLocator('iframe');
	const heard = () => page.evaluate(() => (window as unknown as Heard).heard);
	await expect.poll(heard).toContain('seen paused');
	await page
		.locator('kinetes-lesson')
		.evaluate((lesson: HTMLElement & { go(at: number): void }) => lesson.go(3999));
	await expect(frame.locator('footer .time')).toHaveText('3.999 s');
	await frame.getByRole('button', { name: 'Next beat' }).focus();
	await page.keyboard.press('PageDown');
	await expect.poll(heard).toContain('told ended');
	expect(await heard()).not.toContain('PageDown 34');
	await page.keyboard.press('PageDown');
	await expect.poll(heard).toContain('PageDown 34');
});
