import { lessonIds } from '#lib/lessons/lesson-ids.ts';
import { expect, moment, open, slider, test } from './lesson-page.ts';

/** The lessons, and the comparison. */
const all = lessonIds.length + 1;
const card = (id: string) => `[data-lesson=${id}]`;

test('a first visit starts with create-pod, which plays at once', async ({ page }) => {
	await page.goto('/');
	const top = page.getByRole('region', { name: 'From key press to Running' });
	await expect(top.getByRole('button', { name: 'Pause the picture' })).toBeVisible();
	const picture = top.getByRole('img');
	const before = await picture.innerHTML();
	await expect.poll(() => picture.innerHTML()).not.toBe(before);
	await top.getByRole('link', { name: 'Open the lesson' }).click();
	await expect(page).toHaveURL(/\/lessons\/create-pod\/$/);
});

test.describe('for those who want little motion', () => {
	test.use({ contextOptions: { reducedMotion: 'reduce' } });

	test('nothing on the first page plays by itself', async ({ page }) => {
		await page.goto('/');
		const play = page.getByRole('button', { name: 'Play the picture' });
		await expect(play).toBeEnabled();
		await page.locator(card('create-pod')).hover();
		await expect(page.locator(`${card('create-pod')} use`)).toBeVisible();
	});
});

test.describe('before any script', () => {
	test.use({ javaScriptEnabled: false });

	test('the gallery has every lesson with its picture, and the comparison', async ({ page }) => {
		await page.goto('/');
		for (const id of [...lessonIds, 'compare']) {
			await expect(page.locator(`${card(id)} use`)).toHaveAttribute('href', /miniatures\.svg#/);
		}
		await expect(page.locator('.hero .marks')).toContainText('API server');
	});
});

test('a lesson that someone looks at plays in small', async ({ page }) => {
	await page.goto('/');
	await page.locator(card('rolling-update')).hover();
	const marks = page.locator(`${card('rolling-update')} .marks`);
	await expect(marks).toBeVisible();
	const before = await marks.innerHTML();
	await expect.poll(() => marks.innerHTML()).not.toBe(before);
	await page.locator(card('recreate')).getByRole('link').first().focus();
	await expect(page.locator(`${card('recreate')} .marks`)).toBeVisible();
});

test('the lesson that was left goes on where it was left', async ({ page }) => {
	await open(page);
	for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
	const left = await moment(page);
	await page.getByRole('link', { name: 'Kinetes' }).click();
	await expect(page.getByText('Continue where you left')).toBeVisible();
	await expect(page.locator(card('create-pod'))).toContainText(/left at [\d.]+ s/);
	await page.getByRole('link', { name: /^Go on at/ }).click();
	await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();
	await expect.poll(async () => Math.abs((await moment(page)) - left)).toBeLessThan(2);
});

test('what was seen to the end is marked, and the next lesson suggested', async ({ page }) => {
	await open(page);
	await page.keyboard.press('End');
	await expect
		.poll(() => moment(page))
		.toBe(Number(await slider(page).getAttribute('aria-valuemax')));
	await page.goto('/');
	await expect(page.locator(card('create-pod'))).toContainText('seen to the end');
	await expect(page.getByText(`1 of ${all} seen`)).toBeVisible();
	await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Inside the API server');
});

test('lessons are found by their words, from the keyboard, in the language that is on', async ({
	page
}) => {
	await page.goto('/');
	await expect(page.locator('.hero .actions button')).toBeEnabled();
	await page.keyboard.press('/');
	const field = page.getByRole('textbox', { name: 'Search the lessons' });
	await expect(field).toBeFocused();
	await page.keyboard.type('create-pod');
	await expect(page.locator('[data-lesson]')).toHaveCount(1);
	await expect(page.locator('main').getByRole('status')).toHaveText(`1 of ${all} lessons`);
	await field.fill('through kubectl');
	const told = page.locator(card('anatomy')).getByRole('link', { name: /^At .*through kubectl/ });
	await expect(told).toHaveAttribute('href', /\/lessons\/anatomy\/#at=[\d.]+$/);
	await field.fill('zebra crossing');
	await expect(page.getByText('Nothing is called “zebra crossing”')).toHaveCount(2);
	await page.keyboard.press('Escape');
	await expect(page.locator('[data-lesson]')).toHaveCount(all);
	await page.getByText('中文', { exact: true }).click();
	await page.getByRole('button', { name: '繁體中文' }).click();
	await page.keyboard.press('/');
	await page.keyboard.type('排程器');
	await expect(page.locator(card('anatomy'))).toContainText('排程器');
});

test('the first page scrolls only downwards, down to a narrow phone', async ({ page }) => {
	for (const width of [1920, 1280, 768, 390, 320]) {
		await page.setViewportSize({ width, height: 800 });
		await page.goto('/');
		await expect(page.locator('.hero .actions button')).toBeEnabled();
		const wider = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(wider, `at ${width} px`).toBeLessThanOrEqual(0);
	}
});
