import { expect, moment, open, test } from './lesson-page.ts';

const panel = 'aside#words';

test.describe('before any script', () => {
	test.use({ javaScriptEnabled: false });

	for (const path of ['/lessons/rolling-update/', '/compare/']) {
		test(`the whole story of ${path} stands in the page as text`, async ({ page }) => {
			await page.goto(path);
			await expect(page.locator(panel)).toBeHidden();
			const words = page.getByRole('button', { name: 'In words' });
			await words.click();
			await expect(page.locator(panel)).toBeVisible();
			expect(await page.locator(`${panel} li`).count()).toBeGreaterThan(5);
			await expect(page.locator(`${panel} li`).first()).toContainText('0.000 s');
		});
	}
});

test('every beat of the timeline stands in the story, and leads there', async ({ page }) => {
	await open(page);
	await page.keyboard.press('t');
	const lines = page.locator(`${panel} li`);
	await expect(lines.first()).toBeVisible();
	const told = (await page.locator(`${panel} .beat`).allTextContents()).join(' · ');
	for (const name of ['get', 'run', 'admitted', 'stored', 'scored', 'bound', 'ready', 'told']) {
		expect(told).toContain(name);
	}
	const clock = page.locator('footer .time');
	const line = lines.nth(12);
	await line.getByRole('link').click();
	await expect(clock).toHaveText((await line.locator('.at').textContent()) ?? '');
	await expect(page.locator(`${panel} [aria-current=step]`)).toHaveCount(1);
});

test.describe('where a lesson asks', () => {
	test.use({ asks: true });

	test('the story is told in the language that is on, and only as far as was answered', async ({
		page
	}) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto('/lessons/create-pod/#lang=zh-Hant');
		await expect(page.getByRole('button', { name: '下一幕' })).toBeEnabled();
		await page.keyboard.press('t');
		await expect(page.locator(panel)).toContainText('接下來的部分，要先回答問題。');
		const short = await page.locator(`${panel} li`).count();
		await page.evaluate(() => localStorage.setItem('kinetes.asks', 'false'));
		await page.reload();
		await expect(page.getByRole('button', { name: '下一幕' })).toBeEnabled();
		await page.keyboard.press('t');
		await expect.poll(() => page.locator(`${panel} li`).count()).toBeGreaterThan(short);
	});
});

for (const path of ['/lessons/create-pod/#at=1200', '/compare/#at=9000']) {
	test(`the picture of ${path} is told in four parts with headings`, async ({ page }) => {
		await open(page, path);
		await page.keyboard.press('i');
		const parts = page.locator(panel).getByRole('heading', { level: 3 });
		await expect(parts).toHaveText([
			'What is there',
			'What is happening',
			'What has just changed',
			'What you typed, and what is awaited'
		]);
		await expect(page.locator(panel)).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(page.locator(panel)).toBeHidden();
	});
}

test('a panel gives the focus back to what opened it', async ({ page }) => {
	await open(page);
	for (const name of ['In words', 'Keys']) {
		const button = page.getByRole('button', { name, exact: true });
		await button.focus();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('complementary', { name })).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(button).toBeFocused();
	}
});

test('one place speaks, when a beat has settled and not while someone scrubs', async ({ page }) => {
	await open(page);
	const live = page.locator('[aria-live="polite"]');
	await expect(live).toHaveCount(1);
	await expect(live).not.toBeEmpty();
	const first = await live.textContent();
	const line = (await page.getByRole('slider', { name: 'Moment' }).boundingBox())!;
	const y = line.y + line.height / 2;
	await page.mouse.move(line.x + 2, y);
	await page.mouse.down();
	for (const share of [0.1, 0.2, 0.25]) await page.mouse.move(line.x + line.width * share, y);
	await expect.poll(() => moment(page)).toBeGreaterThan(100);
	const shown = page.locator('.caption .sentence');
	await expect(shown).not.toHaveText(first ?? '');
	await expect(live).toHaveText(first ?? '');
	await page.mouse.up();
	await expect(live).toHaveText((await shown.textContent()) ?? '');
});

test('for those who want little motion nothing travels: what is sent is here or there', async ({
	page
}) => {
	await open(page);
	const places = new Set<string>();
	for (let i = 0; i < 12; i++) {
		await page.keyboard.press('Shift+ArrowRight');
		for (const dot of await page.locator('.marks circle[data-key^="message/"]').all()) {
			places.add(`${await dot.getAttribute('cx')} ${await dot.getAttribute('cy')}`);
		}
	}
	// Both ends of every way are on a component's edge: no dot is met between two of them.
	expect(places.size).toBeLessThanOrEqual(14);
});
