import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { lessonIds } from '#lib/lessons/lesson-ids.ts';
import { expect, open, test } from './lesson-page.ts';

/** What is wrong with what is seen, or with a part of it. */
async function findings(page: Page, part?: string): Promise<unknown[]> {
	const axe = new AxeBuilder({ page });
	const { violations } = await (part ? axe.include(part) : axe).analyze();
	return violations.map(({ id, nodes }) => [
		id,
		...nodes.map(({ html, any }) => [html, ...any.map(({ message }) => message)])
	]);
}

const looks = [
	{ name: 'light', colorScheme: 'light' },
	{ name: 'dark', colorScheme: 'dark' },
	{ name: 'large type', colorScheme: 'light', projector: true },
	{ name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' }
] as const;

for (const { name, colorScheme, ...look } of looks) {
	const { projector = false, forcedColors = 'none' } = { ...look } as {
		projector?: boolean;
		forcedColors?: 'active' | 'none';
	};

	test.describe(`in ${name}`, () => {
		test.use({ colorScheme, contextOptions: { forcedColors } });
		test.beforeEach(async ({ page }) => {
			if (projector) {
				await page.addInitScript(() => localStorage.setItem('kinetes.projector', 'true'));
			}
		});

		test('axe finds nothing wrong with the first page, at a first visit and later', async ({
			page
		}) => {
			test.slow();
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await page.goto('/');
			await expect(page.getByRole('button', { name: 'Play the picture' })).toBeEnabled();
			expect(await findings(page)).toEqual([]);
			await page.evaluate(() => {
				const seen = { id: 'anatomy', atMs: 9, endMs: 9, seen: true };
				const left = { id: 'create-pod', atMs: 900, endMs: 3300, seen: false };
				localStorage.setItem('kinetes.progress', JSON.stringify([seen, left]));
			});
			await page.reload();
			await expect(page.getByText('Continue where you left')).toBeVisible();
			await expect(page.getByRole('button', { name: 'Play the picture' })).toBeEnabled();
			expect(await findings(page)).toEqual([]);
			await page.keyboard.press('/');
			await page.keyboard.type('through kubectl');
			await expect(page.locator('a.sentence').first()).toBeVisible();
			expect(await findings(page)).toEqual([]);
		});

		test('axe finds nothing wrong with a lesson, whatever is open beside it', async ({ page }) => {
			test.slow();
			await open(page);
			const found: Record<string, unknown> = { 'the stage': await findings(page) };
			for (const [what, key] of [
				['the keys', '?'],
				['the story in words', 't'],
				['the moment in words', 'i'],
				['the fork', ''],
				['the editor', 'e']
			] as const) {
				if (key) await page.keyboard.press(key);
				else await page.getByRole('button', { name: 'What if?' }).click();
				if (what === 'the editor') await expect(page.locator('.cm-editor')).toBeVisible();
				await expect(page.getByRole('complementary')).toBeVisible();
				found[what] = await findings(page);
				await page.keyboard.press('Escape');
				await expect(page.getByRole('complementary')).toHaveCount(0);
			}
			await page.keyboard.press('End');
			found['the end of the story'] = await findings(page);
			await page.keyboard.press('s');
			found['the sequence'] = await findings(page);
			expect(Object.entries(found).filter(([, each]) => (each as []).length > 0)).toEqual([]);
		});

		test('axe finds nothing wrong with the comparison, whatever is open beside it', async ({
			page
		}) => {
			test.slow();
			await open(page, '/compare/#at=12000');
			expect(await findings(page)).toEqual([]);
			for (const panel of ['Settings', 'Rollout', 'What if?', 'In words']) {
				await page.getByRole('button', { name: panel }).click();
				await expect(page.getByRole('complementary')).toBeVisible();
				expect(await findings(page), panel).toEqual([]);
			}
		});

		test('axe finds nothing wrong with the inspector', async ({ page }) => {
			await open(page);
			await page.getByRole('button', { name: /Inspect etcd/ }).press('Enter');
			for (const tab of await page.getByRole('tab').all()) {
				await tab.click();
				expect(await findings(page, 'aside')).toEqual([]);
			}
		});
	});
}

/** Chosen for their pictures: every lesson is drawn by the same parts. */
const everyLesson = lessonIds.map((id) => [id, `/lessons/${id}/`] as const);

for (const [id, path] of everyLesson) {
	test(`axe finds nothing wrong with the lesson ${id} in its middle`, async ({ page }) => {
		await open(page, path);
		const timeline = page.getByRole('slider', { name: 'Moment' });
		const { x, y, width, height } = (await timeline.boundingBox())!;
		await page.mouse.click(x + width * 0.55, y + height / 2);
		expect(await findings(page)).toEqual([]);
	});
}

for (const [what, path] of [
	['first page', '/'],
	['lesson', '/lessons/create-pod/'],
	['comparison', '/compare/']
] as const) {
	test(`every control of the ${what} is reached by Tab, in order, and has a name`, async ({
		page
	}) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(path);
		await expect(
			page.getByRole('button', { name: /^(Next beat|Play the picture)$/ })
		).toBeEnabled();
		const controls = await page.evaluate(
			() =>
				[...document.querySelectorAll('a, button, input, select, summary, [tabindex="0"]')].filter(
					(each) => each.checkVisibility({ visibilityProperty: true }) && !each.matches(':disabled')
				).length
		);
		const reached: string[] = [];
		for (;;) {
			await page.keyboard.press('Tab');
			const name = await page.evaluate(() => {
				const at = document.activeElement;
				if (!at || at === document.body || at.hasAttribute('data-reached')) return null;
				at.setAttribute('data-reached', '');
				const label =
					at.getAttribute('aria-label') ??
					(at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at.textContent);
				return label?.trim() ?? '';
			});
			if (name === null) break;
			reached.push(name);
		}
		expect(reached.filter((name) => name === '')).toEqual([]);
		expect(reached).toHaveLength(controls);
	});
}

test('in forced colours the picture and its controls are there to be seen', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active', colorScheme: 'dark' });
	await page.goto('/lessons/create-pod/#at=1200');
	await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();
	const colours = await page.evaluate(() => {
		const canvas = getComputedStyle(document.body).backgroundColor;
		const texts = [...document.querySelectorAll('.marks text')].map(
			(text) => getComputedStyle(text).fill
		);
		const icons = [...document.querySelectorAll('footer button svg')].map(
			(icon) => getComputedStyle(icon).fill
		);
		return { canvas, texts, icons };
	});
	expect(colours.texts.length).toBeGreaterThan(10);
	for (const colour of [...colours.texts, ...colours.icons])
		expect(colour).not.toBe(colours.canvas);
});
