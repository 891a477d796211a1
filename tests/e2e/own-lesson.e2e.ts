import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { lessonTemplate } from '#lib/lessons/lesson-template.ts';
import { expect, open, test } from './lesson-page.ts';

const lesson = lessonTemplate('mine');
const title = 'A Pod of its own';

type Files = Readonly<Record<string, string>>;

function zip(files: Files, folder = 'mine/'): Uint8Array {
	const entries = Object.entries(files).map(([path, text]) => [folder + path, strToU8(text)]);
	return zipSync(Object.fromEntries(entries));
}

/** As if a person had let go of a file over the page. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
	const transfer = await page.evaluateHandle(
		([fileName, content]) => {
			const data = new DataTransfer();
			data.items.add(new File([new Uint8Array(content)], fileName));
			return data;
		},
		[name, [...bytes]] as const
	);
	await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** As if it had been a folder: no script may make one that can be dropped, so the item says that it is one. */
async function dropFolder(page: Page, files: Files): Promise<void> {
	await page.evaluate((texts) => {
		interface Entry {
			name: string;
			isDirectory: boolean;
			isFile: boolean;
		}
		const fileOf = (name: string, text: string) => ({
			name,
			isDirectory: false,
			isFile: true,
			file: (done: (file: File) => void) => done(new File([text], name))
		});
		const folderOf = (name: string, entries: Entry[]): Entry => ({
			name,
			isDirectory: true,
			isFile: false,
			...{
				createReader: () => {
					const handfuls = [entries, []];
					return { readEntries: (done: (some: Entry[]) => void) => done(handfuls.shift()!) };
				}
			}
		});
		const here = Object.entries(texts).filter(([path]) => !path.includes('/'));
		const below = Object.entries(texts).filter(([path]) => path.startsWith('text/'));
		const folder = folderOf('mine', [
			...here.map(([path, text]) => fileOf(path, text)),
			folderOf(
				'text',
				below.map(([path, text]) => fileOf(path.slice(5), text))
			),
			folderOf('.git', [fileOf('config.yaml', 'not: a lesson’s')])
		]);
		DataTransferItem.prototype.webkitGetAsEntry = () => folder as unknown as FileSystemEntry;
		const data = new DataTransfer();
		data.items.add(new File([''], 'mine'));
		document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
	}, files);
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a folder that is dropped plays under its own title, with its own captions', async ({
	page
}) => {
	await open(page);
	await dropFolder(page, lesson);
	await expect(heading(page)).toHaveText(title);
	await expect(page).toHaveTitle(new RegExp(title));
	await expect(page.locator('.caption, .show').first()).toContainText('One Pod, made by hand.');
	await page.getByRole('button', { name: 'Close my lesson' }).click();
	await expect(heading(page)).toHaveText('From key press to Running');
});

test('a packed lesson plays, and is still on after a reload', async ({ page }) => {
	await open(page);
	await drop(page, 'mine.zip', zip(lesson));
	await expect(heading(page)).toHaveText(title);
	await page.reload();
	await expect(heading(page)).toHaveText(title);
});

test('no link is offered for a lesson that came as a file, but pictures and a handout are', async ({
	page
}) => {
	await open(page);
	await drop(page, 'mine.zip', zip(lesson));
	await expect(heading(page)).toHaveText(title);
	await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();
	await page.getByRole('button', { name: 'Share' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText('No link carries a lesson of your own.');
	await expect(dialog.getByRole('button', { name: 'Handout' })).toBeVisible();
	await expect(dialog.getByRole('button', { name: 'Link' })).toHaveCount(0);
});

for (const [path, ready] of [
	['/', /^(Play|Pause) the picture$/],
	['/compare/', 'Next beat']
] as const) {
	test(`a lesson that is dropped at ${path} plays on a page of its own`, async ({ page }) => {
		await page.goto(path);
		await expect(page.getByRole('button', { name: ready })).toBeEnabled();
		await drop(page, 'broken.zip', zip({ 'lesson.yaml': 'id: x' }));
		await expect(page.getByRole('dialog')).toContainText('lesson.yaml:1:1');
		await page.getByRole('button', { name: 'Close', exact: true }).click();
		await drop(page, 'mine.zip', zip(lesson));
		await expect(heading(page)).toHaveText(title);
		await page.getByRole('button', { name: 'Close my lesson' }).click();
		await expect(heading(page)).not.toHaveText(title);
	});
}

test('a lesson in one file plays, too, chosen without a mouse', async ({ page }) => {
	const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by);
	const inside =
		`files:\n  web.yaml: |\n${indented(lesson['web.yaml']!, '    ')}` +
		`text:\n  en:\n${indented(lesson['text/en.yaml']!, '    ')}`;
	const text = lesson['lesson.yaml']!.replace('files: [web.yaml]\n', inside);
	await open(page);
	await page.keyboard.press('e');
	await page.getByLabel('Choose a file').setInputFiles({
		name: 'mine.lesson.yaml',
		mimeType: 'text/yaml',
		buffer: Buffer.from(text)
	});
	await expect(heading(page)).toHaveText(title);
});

test('what is wrong is listed with file and line, and what was on stays on', async ({ page }) => {
	await open(page);
	await page.keyboard.press('End');
	const stage = page.locator('.marks');
	const before = await stage.textContent();
	await drop(
		page,
		'mine.zip',
		zip({
			...lesson,
			'lesson.yaml': lesson['lesson.yaml']!.replace('beat: ready,', 'beat: redy,'),
			'web.yaml': 'kind: Pod\n metadata: x\n',
			'text/en.yaml': lesson['text/en.yaml']!.replace(/ {2}gone: It.*\n/, '')
		})
	);
	const told = page.getByRole('dialog');
	await expect(told).toContainText(
		'lesson.yaml:17:17 “redy” is not known here. Did you mean “ready”?'
	);
	await expect(told).toContainText('web.yaml:1:7 error parsing web.yaml');
	await expect(told).toContainText('text/en.yaml:3:1 Under cues the words for “gone” are missing.');
	await page.keyboard.press('Escape');
	await expect(told).toHaveCount(0);
	await expect(heading(page)).toHaveText('From key press to Running');
	expect(await stage.textContent()).toBe(before);
});

test('the list of what is wrong can be copied', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open(page);
	await drop(page, 'mine.zip', zip({ 'lesson.yaml': 'id: x\n' }));
	await page.getByRole('button', { name: 'Copy the list' }).click();
	await expect(page.getByRole('dialog')).toContainText('Copied');
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toContain('lesson.yaml:1:1: Here “steps” is missing.');
});

for (const [what, bytes, sentence] of [
	[
		'that unpacks to far too much',
		zip({ 'lesson.yaml': ' '.repeat(30_000_000) }),
		'No lesson is larger than 1 MB.'
	],
	[
		'with far too many files',
		zip(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.yaml`, 'x']))),
		'no lesson has so many'
	],
	['that is none', strToU8('PK, but no more'), 'This .zip can’t be unpacked.'],
	['without a lesson', zip({ 'web.yaml': 'kind: Pod' }), 'There is no lesson.yaml']
] as const) {
	test(`a .zip ${what} is refused in a sentence`, async ({ page }) => {
		await open(page);
		await drop(page, 'mine.zip', bytes);
		await expect(page.getByRole('dialog')).toContainText(sentence);
	});
}

test('hostile words stay words', async ({ page }) => {
	const hostile = '<img src=x onerror=alert(1)>';
	await open(page);
	await drop(
		page,
		'mine.zip',
		zip({
			...lesson,
			'text/en.yaml': lesson['text/en.yaml']!.replace('One Pod, made by hand.', hostile).replace(
				title,
				hostile
			)
		})
	);
	await expect(heading(page)).toHaveText(hostile);
	await expect(page.locator('main img, header img')).toHaveCount(0);
});
