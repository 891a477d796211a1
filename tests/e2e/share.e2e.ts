import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, open, test } from './lesson-page.ts';

async function openPane(page: Page, pane: string): Promise<void> {
	await page.getByRole('button', { name: 'Share' }).click();
	await page.getByRole('dialog').getByRole('button', { name: pane, exact: true }).click();
}

/** Presses a button and reads the file that comes of it. */
async function saved(page: Page, button: string): Promise<Buffer> {
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	return readFileSync(await (await coming).path());
}

test('the QR code fills the window for the back of the room, and goes before the dialog does', async ({
	page
}) => {
	await open(page, '/compare/#at=1000');
	await openPane(page, 'Link');
	await page.getByRole('button', { name: 'Show large' }).click();
	const code = page.getByRole('img', { name: 'QR code of the link' }).last();
	const box = await code.boundingBox();
	expect(box?.height).toBeGreaterThan(500);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Show large' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
});

test('the dialog copies the link to this moment, in this language', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/lessons/create-pod/#at=500&lang=zh-Hans');
	await expect(page.getByRole('button', { name: '下一幕' })).toBeEnabled();
	await page.getByRole('button', { name: '分享' }).click();
	await page.getByRole('button', { name: '复制' }).click();
	await expect(page.getByRole('dialog').getByRole('status')).toHaveText('已复制');
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(new URL(link).hash).toMatch(/^#at=500&lang=zh-Hans&v=1\.[0-9a-z]+$/);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing wrong with what hands over, in ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
		await page.goto('/compare/#at=1000');
		await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();
		await page.getByRole('button', { name: 'Share' }).click();
		for (const pane of ['Link', 'Picture', 'Film', 'Embed', 'Handout']) {
			const dialog = page.getByRole('dialog');
			await dialog.getByRole('button', { name: pane, exact: true }).click();
			const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
			expect(violations.map(({ id, nodes }) => [pane, id, nodes.map(({ html }) => html)])).toEqual(
				[]
			);
		}
		await page.getByRole('button', { name: 'Open the handout' }).click();
		await expect(page.locator('.panel').first()).toBeVisible();
		const { violations } = await new AxeBuilder({ page }).include('.handout').analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
	});
}

test('a link of another version says so and opens at the start', async ({ page }) => {
	for (const path of ['/lessons/create-pod/', '/compare/']) {
		await open(page, `${path}#at=1000&v=0.elsewhere`);
		await expect(page.getByText('made by another version of Kinetes')).toBeVisible();
		await expect(page.locator('footer .time')).toHaveText('0.000 s');
	}
});

test('a picture needs nothing but itself', async ({ page, context }) => {
	await open(page, '/lessons/create-pod/#at=800');
	await openPane(page, 'Picture');
	const svg = (await saved(page, 'SVG')).toString('utf8');
	expect(svg).toContain('font/woff2;base64,');
	expect(svg).not.toMatch(/(href|src)="(?!#)|url\((?!data:|#)/);
	const png = await saved(page, 'PNG, 1920 × 1080');
	expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);

	// The canvas draws what SVG draws.
	const drawn = await context.newPage();
	await drawn.setContent('<body></body>');
	const difference = await drawn.evaluate(
		async ([picture, bitmap]) => {
			const load = async (address: string) => {
				const image = new Image();
				image.src = address;
				await image.decode();
				const canvas = new OffscreenCanvas(960, 540);
				const pen = canvas.getContext('2d')!;
				pen.drawImage(image, 0, 0, 960, 540);
				return pen.getImageData(0, 0, 960, 540).data;
			};
			const [a, b] = [await load(picture!), await load(bitmap!)];
			return a.filter((value, i) => Math.abs(value - b[i]!) > 96).length / a.length;
		},
		[
			`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
			`data:image/png;base64,${png.toString('base64')}`
		]
	);
	expect(difference).toBeLessThan(0.002);
});

test('the same film is the same file', async ({ page }) => {
	test.setTimeout(120_000);
	await open(page, '/lessons/create-pod/');
	await openPane(page, 'Film');
	await page.getByLabel('Size').selectOption('1280 × 720');
	await page.locator('dialog select').nth(1).selectOption({ index: 1 });
	for (const kind of ['GIF', 'WebM']) {
		const option = page.getByLabel('Format').locator('option', { hasText: kind });
		await page.getByLabel('Format').selectOption((await option.getAttribute('value'))!);
		const first = await saved(page, 'Make the film');
		const second = await saved(page, 'Make the film');
		expect(first.length).toBeGreaterThan(50_000);
		expect(second.equals(first), kind).toBe(true);
	}
});

test('a film that is not wanted any more is given up', async ({ page }) => {
	await open(page, '/lessons/create-pod/');
	await openPane(page, 'Film');
	await page.getByRole('button', { name: 'Make the film' }).click();
	await expect(page.getByRole('progressbar')).toBeVisible();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByRole('button', { name: 'Make the film' })).toBeVisible();
});

test.describe('a handout', () => {
	test.use({ asks: true });

	test('has a panel a beat that no page cuts, and answers on the last page', async ({ page }) => {
		await open(page, '/lessons/create-pod/');
		await openPane(page, 'Handout');
		await page.getByRole('button', { name: 'Open the handout' }).click();
		await expect(page.locator('.panel')).toHaveCount(13);
		await expect(page.locator('.handout .question')).not.toHaveCount(0);
		await page.emulateMedia({ media: 'print' });
		await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden();
		for (const part of ['.panel', '.handout .question']) {
			await expect(page.locator(part).first()).toHaveCSS('break-inside', 'avoid');
		}
		await expect(page.locator('.answers')).toHaveCSS('break-before', 'page');
		const pdf = await page.pdf({ preferCSSPageSize: true });
		const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
		expect(pages.length).toBeGreaterThanOrEqual(5);
		expect(pages.length).toBeLessThanOrEqual(8);
		await page.emulateMedia({ media: 'screen' });
		await page.getByRole('button', { name: 'Back to the lesson' }).click();
		await expect(page.getByRole('button', { name: 'Next beat' })).toBeVisible();
	});
});
