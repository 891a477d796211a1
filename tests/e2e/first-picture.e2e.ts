import { lessonIds } from '#lib/lessons/lesson-ids.ts';
import { expect, test } from './lesson-page.ts';

test.describe('before any script', () => {
	test.use({ javaScriptEnabled: false });

	for (const id of lessonIds) {
		test(`the first picture of ${id} stands in the page`, async ({ page }) => {
			await page.goto(`/lessons/${id}/`);
			const stage = page.locator('.marks');
			await expect(stage).toContainText('API server');
			await expect(stage).toContainText(id === 'scheduling' ? 'small' : 'worker-1');
			const { width } = (await stage.boundingBox())!;
			expect(width).toBeGreaterThan(1000);
		});
	}
});

test('nothing is loaded from another host', async ({ page, baseURL }) => {
	const hosts = new Set<string>();
	page.on('request', (request) => hosts.add(new URL(request.url()).origin));
	for (const path of ['/', '/lessons/create-pod/']) {
		await page.goto(path);
		await expect(
			page.getByRole('button', { name: /^(Next beat|Pause the picture)$/ })
		).toBeEnabled();
	}
	expect([...hosts]).toEqual([baseURL]);
});

test('nothing scrolls sideways, down to a phone', async ({ page }) => {
	for (const width of [1920, 1280, 899, 600, 360, 320]) {
		await page.setViewportSize({ width, height: 800 });
		await page.goto('/lessons/create-pod/');
		await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();
		const wider = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(wider, `at ${width} px`).toBeLessThanOrEqual(0);
	}
});
