import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from './lesson-page.ts';

const file = pathToFileURL(resolve('dist-single/kinetes.html')).href;

test.describe.configure({ mode: 'serial' });

test.beforeAll(() => {
	test.setTimeout(180_000);
	const { status, stderr } = spawnSync('npx', ['tsx', 'scripts/build-single.ts'], {
		encoding: 'utf8',
		shell: process.platform === 'win32'
	});
	expect(status, stderr).toBe(0);
});

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('from a file, a lesson plays, and a reload comes back to its moment', async ({ page }) => {
	const clock = page.locator('footer .time');
	await page.goto(`${file}#/lessons/create-pod?at=800`);
	await expect(clock).toHaveText('0.800 s');
	await page.getByRole('button', { name: 'Next beat' }).click();
	await expect(clock).not.toHaveText('0.800 s');
	await expect(page).not.toHaveURL(/\?at=800$/);
	const stepped = await clock.innerText();
	await page.reload();
	await expect(clock).toHaveText(stepped);
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await page.getByRole('button', { name: 'Play', exact: true }).click();
	await expect(clock).not.toHaveText(stepped);
});

test('from a file, its pages lead to each other', async ({ page }) => {
	await page.goto(file);
	await expect(
		page.getByRole('heading', { level: 2, name: 'From key press to Running' })
	).toBeVisible();
	await page.getByRole('link', { name: 'Open the lesson' }).click();
	await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();
	await page.getByText('From key press to Running').first().click();
	await page.getByRole('link', { name: 'Recreate against RollingUpdate' }).click();
	await expect(page.locator('h1')).toHaveText('Recreate against RollingUpdate');
	await page.getByRole('button', { name: 'Next beat' }).click();
	await expect(page.locator('.caption .sentence')).not.toHaveText('');
});

test('from a file, the link leads to where the class can open it', async ({ page }) => {
	await page.goto(`${file}#/compare?at=1000`);
	await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();
	await page.getByRole('button', { name: 'Share' }).click();
	const link = page.getByRole('textbox', { name: 'Link', exact: true });
	await expect(link).toHaveValue(/^file:.*#\/compare\?at=1000&lang=en&v=1\./);
	await page.getByLabel('Where the class reaches Kinetes').fill('https://school.example/k');
	await expect(link).toHaveValue(/^https:\/\/school\.example\/k\/compare\/#at=1000&lang=en&v=1\./);
});

test('from a file, the presenter’s window drives the audience’s', async ({ page }) => {
	await page.goto(`${file}#/lessons/create-pod?at=0`);
	await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();
	const opening = page.waitForEvent('popup');
	await page.keyboard.press('n');
	const presenter = await opening;
	await expect(presenter.getByRole('button', { name: 'Next beat' })).toBeEnabled();
	await presenter.keyboard.press('PageDown');
	await expect(page.locator('footer .time')).toHaveText('0.700 s');
});
