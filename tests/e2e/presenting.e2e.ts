import type { Page } from '@playwright/test';
import { expect, moment, open, slider, test } from './lesson-page.ts';

const root = (page: Page) => page.locator('html');

/** Without a key. */
async function choose(page: Page, name: string | RegExp): Promise<void> {
	await page.getByLabel('Present to a class').click();
	await page.getByRole('button', { name }).click();
}

/** Heights of all letters in the picture, px of the screen. */
const labelSizes = (page: Page) =>
	page.locator('.marks text').evaluateAll((texts) =>
		texts.map((text) => {
			const scale = (text as SVGTextElement).getScreenCTM()?.a ?? 0;
			return Number(text.getAttribute('font-size')) * scale;
		})
	);

for (const path of ['/lessons/create-pod/#at=1200', '/compare/#at=12000']) {
	test.describe(`presenting ${path}`, () => {
		test.use({ viewport: { width: 1920, height: 1080 } });

		test('labels are at least 24 px high and captions 32 px', async ({ page }) => {
			await open(page, path);
			await page.keyboard.press('p');
			await expect(root(page)).toHaveAttribute('data-presenting');
			const caption = page.locator('.caption .sentence');
			await expect
				.poll(async () => Math.min(...(await labelSizes(page))))
				.toBeGreaterThanOrEqual(23.9);
			const size = await caption.evaluate((element) => getComputedStyle(element).fontSize);
			expect(parseFloat(size)).toBeGreaterThanOrEqual(32);
		});
	});
}

test('controls and cursor are hidden until the pointer or the keyboard wants them', async ({
	page
}) => {
	await open(page);
	await choose(page, /^Present:/);
	await expect(root(page)).toHaveAttribute('data-idle', '', { timeout: 6000 });
	const transport = page.locator('footer');
	await expect(transport).toHaveCSS('opacity', '0');
	await expect(page.locator('.page')).toHaveCSS('cursor', 'none');
	await page.mouse.move(300, 300);
	await page.mouse.move(340, 310);
	await expect(transport).toHaveCSS('opacity', '1');
	await expect(transport).toHaveCSS('opacity', '0', { timeout: 6000 });
	await slider(page).focus();
	await expect(transport).toHaveCSS('opacity', '1');
});

test('Escape leaves presenting', async ({ page }) => {
	await open(page);
	await page.keyboard.press('p');
	await expect(root(page)).toHaveAttribute('data-presenting');
	await page.keyboard.press('Escape');
	await expect(root(page)).not.toHaveAttribute('data-presenting');
	await expect(page.locator('footer')).toHaveCSS('opacity', '1');
});

test('the screen is blank between two presses of B or of a clicker’s point', async ({ page }) => {
	await open(page);
	const blank = page.getByRole('button', { name: /screen is blank/ });
	await page.keyboard.press('b');
	await expect(blank).toBeVisible();
	await page.keyboard.press('.');
	await expect(blank).toHaveCount(0);
	await page.keyboard.press('.');
	await page.keyboard.press('Escape');
	await expect(blank).toHaveCount(0);
});

for (const path of ['/lessons/create-pod/', '/compare/']) {
	test(`a reload of ${path} comes back to the same beat, paused, and goes on presenting`, async ({
		page
	}) => {
		await open(page, path);
		await page.keyboard.press('p');
		for (let i = 0; i < 3; i++) await page.keyboard.press('PageDown');
		const at = await moment(page);
		expect(at).toBeGreaterThan(0);
		await expect(page).toHaveURL(/[#&]at=\d/);
		await page.reload();
		await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();
		await expect.poll(() => moment(page)).toBe(at);
		await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
		await expect(root(page)).toHaveAttribute('data-presenting');
	});
}

test('a reload of the comparison keeps its settings', async ({ page }) => {
	await open(page, '/compare/');
	await page.getByRole('button', { name: 'Settings' }).click();
	await page.getByRole('slider', { name: /replicas/ }).fill('6');
	await expect(page).toHaveURL(/replicas/);
	await page.reload();
	await page.getByRole('button', { name: 'Settings' }).click();
	await expect(page.getByRole('slider', { name: /replicas/ })).toHaveValue('6');
});

test('a clicker’s keys work while the editor has the focus', async ({ page }) => {
	await open(page);
	await page.keyboard.press('e');
	const text = page.locator('.cm-content').first();
	await text.click();
	await page.keyboard.press('PageDown');
	await expect.poll(() => moment(page)).toBeGreaterThan(0);
	const at = await moment(page);
	await page.keyboard.press('ArrowRight');
	expect(await moment(page)).toBe(at);
	await page.keyboard.press('PageUp');
	expect(await moment(page)).toBeLessThan(at);
});

test('letter keys can be turned off, and stay off', async ({ page }) => {
	await open(page);
	await page.keyboard.press('?');
	await page.getByRole('checkbox', { name: /letter/ }).uncheck();
	await page.keyboard.press('Escape');
	await page.keyboard.press('b');
	await page.keyboard.press('p');
	await page.keyboard.press('?');
	await expect(root(page)).not.toHaveAttribute('data-presenting');
	await expect(page.getByRole('button', { name: /screen is blank/ })).toHaveCount(0);
	await expect(page.getByRole('complementary')).toHaveCount(0);
	await page.keyboard.press('ArrowRight');
	expect(await moment(page)).toBeGreaterThan(0);
	await page.reload();
	await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();
	await page.keyboard.press('b');
	await expect(page.getByRole('button', { name: /screen is blank/ })).toHaveCount(0);
});

test('what these keys do can be chosen from a menu too', async ({ page }) => {
	await open(page);
	await choose(page, /Blank/);
	await page.getByRole('button', { name: /screen is blank/ }).click();
	await choose(page, 'Laser pointer');
	await expect(page.getByRole('button', { name: 'Laser pointer', pressed: true })).toBeVisible();
	const [presenter] = await Promise.all([
		page.waitForEvent('popup'),
		choose(page, 'Presenter window')
	]);
	await expect(presenter.getByRole('img', { name: 'What the audience sees' })).toBeVisible();
});

test('the laser and the pen draw on the picture, and are gone at the next beat', async ({
	page
}) => {
	await open(page);
	const strokes = page.locator('path.stroke');
	const spot = page.locator('circle.spot');
	await page.keyboard.press('d');
	await page.mouse.move(500, 200);
	await page.mouse.down();
	await page.mouse.move(600, 260, { steps: 4 });
	await page.mouse.up();
	await expect(strokes).toHaveCount(1);
	await page.keyboard.press('l');
	await page.mouse.move(640, 300);
	await expect(spot).toHaveCount(1);
	await page.keyboard.press('PageDown');
	await expect(strokes).toHaveCount(0);
	await expect(spot).toHaveCount(0);
	await page.mouse.move(660, 300);
	await expect(spot).toHaveCount(1);
	await page.keyboard.press('Escape');
	await expect(spot).toHaveCount(0);
});

test('projector mode is light whatever the theme, and another theme leaves it', async ({
	page
}) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await open(page);
	const ground = () =>
		page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	await page.getByRole('button', { name: /projector/ }).click();
	await expect.poll(ground).toBe('rgb(255, 255, 255)');
	await page.reload();
	await expect.poll(ground).toBe('rgb(255, 255, 255)');
	await page.getByRole('button', { name: 'Light or dark' }).click();
	await expect.poll(ground).toBe('rgb(12, 16, 22)');
});
