import type { Page } from '@playwright/test';
import { expect, moment, open, test } from './lesson-page.ts';

const pod = (name: string) =>
	`apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n  containers:\n  - name: main\n    image: web:v1\n`;

/** As if a person had let go of a file over the page. */
async function drop(page: Page, name: string, content: string | number): Promise<void> {
	const transfer = await page.evaluateHandle(
		([fileName, what]) => {
			const data = new DataTransfer();
			const part = typeof what === 'number' ? new Uint8Array(what) : what;
			data.items.add(new File([part], fileName));
			return data;
		},
		[name, content] as const
	);
	await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

const stage = (page: Page) => page.locator('.marks');

test('another command is run in place of the lesson’s', async ({ page }) => {
	await open(page);
	await page.getByRole('button', { name: 'Edit' }).click();
	await page.getByLabel('Commands, one a line').fill('kubectl run cache --image=web:v1');
	await page.getByLabel('Worker nodes').fill('2');
	await page.getByRole('button', { name: 'Run', exact: true }).click();
	await page.getByRole('heading', { name: 'What happens' }).click();
	await page.keyboard.press('End');
	await expect(stage(page)).toContainText('cache');
	await expect(stage(page)).not.toContainText('worker-3');
});

test('a manifest that is dropped on the page is run', async ({ page }) => {
	await open(page);
	await drop(page, 'mine.yaml', pod('dropped'));
	await expect(page.locator('.cm-content')).toContainText('name: dropped');
	await expect.poll(() => moment(page)).toBeGreaterThan(0);
	await page.getByRole('heading', { name: 'What happens' }).click();
	await page.keyboard.press('End');
	await expect(stage(page)).toContainText(/dropped\S*Running/);
});

test('broken YAML is told with line and column; the run and what was typed stay', async ({
	page
}) => {
	await open(page);
	await page.keyboard.press('End');
	const before = await stage(page).textContent();
	await drop(page, 'broken.yaml', 'apiVersion: v1\nkind: Pod\n metadata: x\n');
	await expect(page.getByRole('alert')).toContainText(/line \d+, column \d+: error parsing/);
	await expect(page.locator('.cm-content')).toContainText('metadata: x');
	await page.getByRole('button', { name: 'Close' }).click();
	await expect.poll(() => stage(page).textContent()).toBe(before);
	await page.keyboard.press('e');
	await expect(page.locator('.cm-content')).toContainText('metadata: x');
});

for (const [what, content, sentence] of [
	['of ten megabytes', 10_000_000, 'is larger than 1 MB'],
	['that is no text', '\u0000\u0001\u0002', 'is not text, so it is no manifest']
] as const) {
	test(`a file ${what} is refused in a plain sentence`, async ({ page }) => {
		await open(page);
		await drop(page, 'thing.bin', content);
		await expect(page.getByRole('status')).toContainText(sentence);
	});
}

test('hostile names stay text', async ({ page }) => {
	await open(page);
	await drop(page, 'x.yaml', pod('"<img src=x onerror=alert(1)>"'));
	await page.getByRole('heading', { name: 'What happens' }).click();
	await page.keyboard.press('End');
	await expect(page.locator('.marks img, aside img')).toHaveCount(0);
});

test('a kubectl edit opens beside the files, and what is left in it is saved', async ({ page }) => {
	await open(page);
	await page.getByRole('button', { name: 'Edit' }).click();
	const run = page.getByRole('button', { name: 'Run', exact: true });
	await page
		.getByLabel('Commands, one a line')
		.fill('kubectl create deployment web --image=web:v1\nkubectl edit deployment web');
	await run.click();
	await page.getByRole('button', { name: 'kubectl edit deployment web' }).click();
	const editor = page.locator('.cm-content');
	await expect(editor).toContainText('# Please edit the object below.');
	await page
		.locator('.cm-line', { hasText: /^ {2}replicas: 1$/ })
		.first()
		.click();
	await page.keyboard.press('End');
	await page.keyboard.press('Backspace');
	await page.keyboard.type('2');
	const heading = page.getByRole('heading', { name: 'What happens' });
	await heading.click();
	await page.keyboard.press('Home');
	await run.click();
	await expect.poll(() => moment(page)).toBeGreaterThan(0);
	await heading.click();
	await page.keyboard.press('End');
	await expect(stage(page)).toContainText(/Running.*Running/);
});
