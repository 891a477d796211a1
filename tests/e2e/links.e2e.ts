import { expect, moment, open, test } from './lesson-page.ts';

test('a link opens at its moment, paused', async ({ page }) => {
	await open(page, '/lessons/create-pod/#at=800');
	await expect(page.locator('footer .time')).toHaveText('0.800 s');
	await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('a link that is put into the address bar of the open page is followed', async ({ page }) => {
	await open(page);
	await page.evaluate(() => {
		location.hash = '#at=900';
	});
	await expect(page.locator('footer .time')).toHaveText('0.900 s');
});

test('a link to a moment that does not exist says so, and opens at the start', async ({ page }) => {
	await open(page, '/#at=99999999');
	await expect(page.getByRole('status')).toContainText('a moment that does not exist');
	expect(await moment(page)).toBe(0);
});

test('the copied link leads back to this moment, in this language', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/#at=500&lang=zh-Hant');
	await expect(page.getByRole('button', { name: '下一幕' })).toBeEnabled();
	await page.keyboard.press('c');
	await expect(page.getByRole('status')).toContainText('連結已複製');
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(new URL(link).hash).toMatch(/^#at=500&lang=zh-Hant&v=1\.[0-9a-z]+$/);
});

test('a link carries what someone typed', async ({ page }) => {
	const input = {
		commands: 'kubectl run other --image=web:v1',
		manifest: '',
		nodes: 2,
		cpu: '2',
		memory: '4Gi'
	};
	await open(page, `/#run=${encodeURIComponent(JSON.stringify(input))}`);
	await expect(page.locator('.marks')).toContainText('worker-2');
	await expect(page.locator('.marks')).not.toContainText('worker-3');
});

test('a page that does not exist says so', async ({ request }) => {
	const answer = await request.get('/no/such/page');
	expect(answer.status()).toBe(404);
});
