import { expect, open, test } from './lesson-page.ts';

test('speaks the language that is chosen, and remembers it', async ({ page }) => {
	await open(page);
	await page.getByText('中文', { exact: true }).click();
	await page.getByRole('button', { name: '简体中文' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
	await expect(page.getByRole('button', { name: '编辑' })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('button', { name: '编辑' })).toBeVisible();
});

test.describe('where the system speaks Chinese of Taiwan', () => {
	test.use({ locale: 'zh-TW' });

	test('the page does too', async ({ page }) => {
		await page.goto('/lessons/create-pod/');
		await expect(page.getByRole('button', { name: '編輯' })).toBeVisible();
	});
});

test('a theme that is chosen wins over the system’s, also after a reload', async ({ page }) => {
	await open(page);
	const ground = () =>
		page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	const light = await ground();
	await page.getByRole('button', { name: 'Light or dark' }).click();
	await expect.poll(ground).not.toBe(light);
	const dark = await ground();
	await page.reload();
	expect(await ground()).toBe(dark);
});

test('every message is one switch away', async ({ page }) => {
	await open(page);
	await page.getByRole('button', { name: 'Every message' }).click();
	await expect(page.getByRole('button', { name: 'Every message' })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
});

test('the lessons are reached from each other', async ({ page }) => {
	await open(page);
	await page.getByLabel('Lessons').click();
	await page.getByRole('link', { name: 'What is in a cluster' }).click();
	await expect(page).toHaveURL(/lessons\/anatomy\/$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is in a cluster');
	await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();
});
