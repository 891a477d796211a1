import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, moment, open, slider, test } from './lesson-page.ts';

test.use({ asks: true });

const card = (page: Page) => page.locator('section.prediction');

/** Screen time at which the next question waits, ms: where End leads. */
async function goToStop(page: Page): Promise<number> {
	await page.keyboard.press('End');
	await expect(card(page)).toBeVisible();
	return moment(page);
}

for (const path of ['/lessons/create-pod/', '/compare/']) {
	test.describe(path, () => {
		test('no key, no play and no drag passes a question', async ({ page }) => {
			await open(page, path);
			const stop = await goToStop(page);
			const end = Number(await slider(page).getAttribute('aria-valuemax'));
			expect(stop).toBeLessThan(end);
			for (const key of ['PageDown', 'ArrowRight', 'Shift+ArrowRight', 'End', 'Space', ']']) {
				await page.keyboard.press(key);
				expect(await moment(page), key).toBe(stop);
			}
			await page.getByRole('button', { name: 'Next beat' }).click();
			await page.getByRole('button', { name: 'Next event' }).click();
			expect(await moment(page)).toBe(stop);
			await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeDisabled();
			const { x, y, width, height } = (await slider(page).boundingBox())!;
			await page.mouse.move(x + 2, y + height / 2);
			await page.mouse.down();
			await page.mouse.move(x + width - 2, y + height / 2, { steps: 5 });
			expect(await moment(page)).toBe(stop);
			await page.mouse.up();
			expect(await moment(page)).toBe(stop);
			await expect(card(page)).toBeVisible();
		});

		test('what comes after a question is not on the timeline', async ({ page }) => {
			await open(page, path);
			const stop = await goToStop(page);
			const end = Number(await slider(page).getAttribute('aria-valuemax'));
			const { x, width } = (await slider(page).boundingBox())!;
			const stopX = x + (stop / end) * width;
			const rights = () =>
				slider(page)
					.locator('text:not(.question), path.f-line2, path.s-ink3')
					.evaluateAll((elements) =>
						elements.map((element) => element.getBoundingClientRect().right)
					);
			expect(Math.max(...(await rights()))).toBeLessThanOrEqual(stopX + 2);
			await page.getByRole('button', { name: 'Just show' }).click();
			await expect.poll(async () => Math.max(...(await rights()))).toBeGreaterThan(stopX + 20);
		});
	});
}

test('it plays up to the question by itself, and goes back from it', async ({ page }) => {
	await open(page);
	for (let i = 0; i < 2; i++) await page.keyboard.press(']');
	await page.keyboard.press('Space');
	await expect(card(page)).toBeVisible({ timeout: 20_000 });
	const stop = await moment(page);
	await page.keyboard.press('PageUp');
	expect(await moment(page)).toBeLessThan(stop);
	await expect(card(page)).toHaveCount(0);
});

test('a number chooses; it plays on to where the answer is seen, and the card counts the hands', async ({
	page
}) => {
	await open(page, '/compare/');
	await goToStop(page);
	const hands = card(page).getByRole('spinbutton');
	await hands.nth(0).fill('3');
	await hands.nth(1).fill('12');
	await page.keyboard.press('Tab');
	await card(page).focus();
	for (let i = 0; i < 2; i++) await page.keyboard.press(']');
	await page.keyboard.press('2');
	await expect(card(page)).toHaveCount(0);
	await expect(card(page)).toContainText('What happened', { timeout: 25_000 });
	await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
	await expect(card(page).locator('p.right')).toHaveCount(1);
	await expect(card(page)).toContainText(/of 15 predicted it/);
	const at = await moment(page);
	await page.keyboard.press('Space');
	await expect(card(page)).toHaveCount(0);
	await expect.poll(() => moment(page)).toBeGreaterThan(at);
});

test('of two questions the later is told last, and the earlier does not come back', async ({
	page
}) => {
	await open(page, '/lessons/probes/');
	await goToStop(page);
	const first = await card(page).getByRole('heading').textContent();
	await page.keyboard.press('1');
	await page.keyboard.press('End');
	await expect(card(page).getByRole('heading')).not.toHaveText(first ?? '');
	await page.keyboard.press('1');
	await page.keyboard.press('End');
	await expect(card(page)).toContainText('What happened');
	await page.keyboard.press('Escape');
	await expect(card(page)).toHaveCount(0);
});

test('a link beyond a question counts as answered, and one before it does not', async ({
	page
}) => {
	await open(page, '/compare/#at=12000');
	await page.keyboard.press('End');
	expect(await moment(page)).toBe(Number(await slider(page).getAttribute('aria-valuemax')));
	await expect(card(page)).toHaveCount(0);
	await page.goto('about:blank');
	await open(page, '/compare/#at=2000');
	await goToStop(page);
});

test('over a reload a question goes on being asked, with its hands', async ({ page }) => {
	await open(page);
	const stop = await goToStop(page);
	await card(page).getByRole('spinbutton').nth(1).fill('7');
	await page.reload();
	await expect(card(page)).toBeVisible();
	expect(await moment(page)).toBe(stop);
	await expect(card(page).getByRole('spinbutton').nth(1)).toHaveValue('7');
});

test('whoever wants no questions is not asked', async ({ page }) => {
	await open(page);
	await goToStop(page);
	await page.getByRole('button', { name: 'Ask no questions' }).click();
	await expect(card(page)).toHaveCount(0);
	await page.keyboard.press('End');
	expect(await moment(page)).toBe(Number(await slider(page).getAttribute('aria-valuemax')));
});

for (const [what, reach] of [
	['a question', async () => {}],
	[
		'an answer',
		async (page: Page) => {
			await card(page).getByRole('spinbutton').nth(0).fill('4');
			await page.getByRole('button', { name: 'Just show' }).click();
			await page.keyboard.press('End');
			await expect(card(page)).toContainText('What happened');
		}
	]
] as const) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`axe finds nothing wrong with ${what}, ${colorScheme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme });
			await open(page);
			await goToStop(page);
			await reach(page);
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])).toEqual(
				[]
			);
		});
	}
}
