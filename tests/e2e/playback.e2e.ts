import { expect, moment, open, slider, test } from './lesson-page.ts';

test('plays by itself, pauses, and stands still then', async ({ page }) => {
	await page.goto('/lessons/create-pod/');
	const pause = page.getByRole('button', { name: 'Pause' });
	await expect(pause).toBeVisible();
	await expect.poll(() => moment(page)).toBeGreaterThan(200);
	await pause.click();
	const at = await moment(page);
	await page.waitForTimeout(150);
	expect(await moment(page)).toBe(at);
});

test('does not play by itself for those who want little motion', async ({ page }) => {
	await open(page);
	await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
	expect(await moment(page)).toBe(0);
});

test('scrubs to any moment and back, with the mouse', async ({ page }) => {
	await open(page);
	const { x, y, width, height } = (await slider(page).boundingBox())!;
	const end = Number(await slider(page).getAttribute('aria-valuemax'));
	const stage = page.locator('.marks');
	const first = await stage.innerHTML();
	await page.mouse.move(x + 1, y + height / 2);
	await page.mouse.down();
	await page.mouse.move(x + width * 0.75, y + height / 2, { steps: 3 });
	expect(Math.abs((await moment(page)) / end - 0.75)).toBeLessThan(0.02);
	await expect.poll(() => stage.innerHTML()).not.toBe(first);
	await page.mouse.move(x - 20, y + height / 2, { steps: 3 });
	await page.mouse.up();
	expect(await moment(page)).toBe(0);
	await expect.poll(() => stage.innerHTML()).toBe(first);
});

test('is played with the keyboard alone', async ({ page }) => {
	await open(page);
	await page.keyboard.press('ArrowRight');
	const beat = await moment(page);
	expect(beat).toBeGreaterThan(0);
	await page.keyboard.press('Shift+ArrowRight');
	const event = await moment(page);
	expect(event).toBeGreaterThan(beat);
	await page.keyboard.press('Shift+ArrowLeft');
	expect(await moment(page)).toBe(beat);
	await page.keyboard.press('End');
	expect(await moment(page)).toBe(Number(await slider(page).getAttribute('aria-valuemax')));
	await page.keyboard.press('Home');
	expect(await moment(page)).toBe(0);
	await page.keyboard.press(']');
	await expect(page.getByRole('button', { name: /^Speed 2×/ })).toBeVisible();
	await page.keyboard.press('Space');
	await expect.poll(() => moment(page)).toBeGreaterThan(100);
	await page.keyboard.press('Space');
	await page.keyboard.press('?');
	await expect(page.getByRole('complementary', { name: 'Keys' })).toContainText('Play or pause');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('complementary')).toHaveCount(0);
});

test('zooms in with the keyboard and the wheel, and back with 0', async ({ page }) => {
	await open(page);
	const camera = page.locator('g.marks');
	const scale = async () =>
		Number(/scale\(([\d.]+)/.exec((await camera.getAttribute('transform')) ?? '')?.[1]);
	await expect
		.poll(async () => {
			await page.keyboard.press('+');
			return scale();
		})
		.toBeGreaterThan(1);
	const keyed = await scale();
	await page.mouse.move(640, 300);
	await page.mouse.wheel(0, -200);
	await expect.poll(scale).toBeGreaterThan(keyed);
	await page.keyboard.press('0');
	await expect.poll(scale).toBe(1);
});
