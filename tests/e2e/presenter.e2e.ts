import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, moment, open, test } from './lesson-page.ts';

const now = (presenter: Page) => presenter.locator('.now .sentence');
const caption = (page: Page) => page.locator('.caption .sentence');
const small = (presenter: Page) => presenter.getByRole('img', { name: 'What the audience sees' });

/** Opens the second window with the key, and waits until it follows. */
async function openPresenter(page: Page): Promise<Page> {
	const [presenter] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('n')]);
	await expect(small(presenter)).toBeVisible();
	return presenter;
}

/** Both windows stand at the same moment, and say the same. */
async function together(page: Page, presenter: Page): Promise<void> {
	await expect(now(presenter)).toHaveText((await caption(page).textContent()) ?? '');
	await expect.poll(() => moment(presenter)).toBe(await moment(page));
}

test('the presenter window follows the audience, and drives it', async ({ page }) => {
	await open(page);
	const presenter = await openPresenter(page);
	await together(page, presenter);
	for (let i = 0; i < 3; i++) await page.keyboard.press('PageDown');
	await together(page, presenter);
	const at = await moment(page);
	await presenter.keyboard.press('PageDown');
	await expect.poll(() => moment(page)).toBeGreaterThan(at);
	await together(page, presenter);
	await presenter.getByRole('button', { name: 'Previous beat' }).click();
	await expect.poll(() => moment(page)).toBe(at);
	await presenter.getByRole('button', { name: 'Play', exact: true }).click();
	await expect.poll(() => moment(page)).toBeGreaterThan(at);
	await presenter.getByRole('button', { name: 'Pause' }).click();
	await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
	await together(page, presenter);
});

test('the presenter window draws the picture that the audience sees', async ({ page }) => {
	await open(page);
	for (let i = 0; i < 4; i++) await page.keyboard.press('PageDown');
	const presenter = await openPresenter(page);
	await together(page, presenter);
	const texts = (where: Page) =>
		where
			.locator('.marks text')
			.evaluateAll((all) => all.map((text) => [text.textContent, text.getAttribute('x')]));
	await expect.poll(async () => texts(presenter)).toEqual(await texts(page));
});

test('it blanks the audience’s screen alone', async ({ page }) => {
	await open(page);
	const presenter = await openPresenter(page);
	await presenter.getByRole('button', { name: 'Blank' }).click();
	await expect(page.getByRole('button', { name: /screen is blank/ })).toBeVisible();
	await expect(small(presenter)).toBeVisible();
	await presenter.keyboard.press('b');
	await expect(page.getByRole('button', { name: /screen is blank/ })).toHaveCount(0);
});

test('it goes on over a reload of either window', async ({ page }) => {
	await open(page);
	const presenter = await openPresenter(page);
	for (let i = 0; i < 2; i++) await presenter.keyboard.press('PageDown');
	await expect.poll(() => moment(page)).toBeGreaterThan(0);
	await presenter.reload();
	await together(page, presenter);
	const at = await moment(page);
	await page.reload();
	await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();
	await expect.poll(() => moment(page)).toBe(at);
	await together(page, presenter);
	await presenter.keyboard.press('PageDown');
	await expect.poll(() => moment(page)).toBeGreaterThan(at);
	await together(page, presenter);
});

test.describe('where pages share no channel, as from files', () => {
	test('the windows talk to each other directly, over reloads too', async ({ page, context }) => {
		await context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
		await open(page);
		const presenter = await openPresenter(page);
		await presenter.keyboard.press('PageDown');
		await expect.poll(() => moment(page)).toBeGreaterThan(0);
		await together(page, presenter);
		await page.reload();
		await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();
		await together(page, presenter);
		await presenter.reload();
		await expect(small(presenter)).toBeVisible();
		await presenter.keyboard.press('Home');
		await expect.poll(() => moment(page)).toBe(0);
		await page.keyboard.press('PageDown');
		await together(page, presenter);
	});
});

test('the pointer of one window is seen in the other, and gone at the next beat', async ({
	page
}) => {
	await open(page);
	const presenter = await openPresenter(page);
	const spots = [page, presenter].map((where) => where.locator('circle.spot'));
	await presenter.getByRole('button', { name: 'Laser pointer' }).click();
	const { x, y, width, height } = (await small(presenter).boundingBox())!;
	await presenter.mouse.move(x + width / 2, y + height / 2);
	await presenter.mouse.move(x + width / 2 + 5, y + height / 2);
	for (const spot of spots) await expect(spot).toHaveCount(1);
	const places = () => Promise.all(spots.map((spot) => spot.getAttribute('cx')));
	await expect.poll(async () => new Set(await places()).size).toBe(1);
	await page.keyboard.press('PageDown');
	for (const spot of spots) await expect(spot).toHaveCount(0);
	await page.bringToFront();
	await page.keyboard.press('d');
	await page.mouse.move(500, 200);
	await page.mouse.down();
	await page.mouse.move(560, 260, { steps: 4 });
	await page.mouse.up();
	await expect(presenter.locator('path.stroke')).toHaveCount(1);
});

test.describe('with questions', () => {
	test.use({ asks: true });

	test('it knows the answer before, counts hands, and chooses', async ({ page }) => {
		await open(page);
		const presenter = await openPresenter(page);
		const question = presenter.getByRole('region', { name: /Question/ });
		await expect(question.locator('.right')).toHaveCount(1);
		await presenter.keyboard.press('End');
		await expect(question).toContainText('Asked now');
		await presenter.keyboard.press('PageDown');
		await question.getByRole('spinbutton').nth(1).fill('9');
		await expect(page.locator('section.prediction').getByRole('spinbutton').nth(1)).toHaveValue(
			'9'
		);
		const stop = await moment(page);
		await question.getByRole('button').nth(1).click();
		await expect.poll(() => moment(page)).toBeGreaterThan(stop);
	});
});

test('it follows the comparison, and whatever is changed there', async ({ page }) => {
	await open(page, '/compare/#at=9000');
	const presenter = await openPresenter(page);
	await together(page, presenter);
	await page.bringToFront();
	await page.getByRole('button', { name: 'Recreate', exact: true }).click();
	await expect(presenter.locator('.marks text', { hasText: 'RollingUpdate' })).toHaveCount(0);
	await together(page, presenter);
});

test('by itself it says where the audience window is opened', async ({ page }) => {
	await page.goto('/presenter/');
	await expect(page.getByText('There is no audience window.')).toBeVisible();
});

test('axe finds nothing wrong with it', async ({ page }) => {
	await open(page);
	const presenter = await openPresenter(page);
	const { violations } = await new AxeBuilder({ page: presenter }).analyze();
	expect(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])).toEqual([]);
});
