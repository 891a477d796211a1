import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { importRecording } from '#lib/source/recorded/import-recording.ts';
import { readRecording } from '#lib/source/recorded/read-recording.ts';
import { writeTrace } from '#lib/trace/json-lines.ts';
import { expect, open, test } from './lesson-page.ts';

const recording = readFileSync('tests/conformance/truth/recordings/create-pod.json', 'utf8');
const caption = (page: Page) => page.locator('.caption .sentence');
const choice = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const line = (page: Page) => page.getByText(/Recorded: Kubernetes 1\.35\.4/);
const stage = (page: Page) => page.locator('.marks');

/** As if a person had let go of a file over the page. */
async function drop(page: Page, name: string, content: string): Promise<void> {
	const transfer = await page.evaluateHandle(
		([fileName, text]) => {
			const data = new DataTransfer();
			data.items.add(new File([text], fileName));
			return data;
		},
		[name, content] as const
	);
	await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

test('with the keyboard alone a lesson is seen as it was recorded, forwards and backwards', async ({
	page
}) => {
	await open(page);
	await expect(choice(page, 'Simulated')).toHaveAttribute('aria-pressed', 'true');
	await choice(page, 'Recorded on a real cluster').focus();
	await page.keyboard.press('Enter');
	await expect(choice(page, 'Recorded on a real cluster')).toHaveAttribute('aria-pressed', 'true');
	await expect(line(page)).toContainText('run 1 of 3');
	await page.keyboard.press('End');
	await expect(stage(page)).toContainText('worker-1');
	const last = await caption(page).innerText();
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('Home');
	await expect(caption(page)).not.toHaveText(last);
	await page.keyboard.press('End');
	await expect(caption(page)).toHaveText(last);
});

test('switching keeps the moment, and the address says what is seen', async ({ page }) => {
	await open(page, '/lessons/create-pod/#at=765');
	const said = await caption(page).innerText();
	await choice(page, 'Recorded on a real cluster').click();
	await expect(line(page)).toBeVisible();
	await expect(caption(page)).toHaveText(said);
	await expect(page.locator('footer .time')).toHaveText('0.789 s');
	await expect(page).toHaveURL(/source=recorded/);
	await page.reload();
	await expect(line(page)).toBeVisible();
	await expect(page.locator('footer .time')).toHaveText('0.789 s');
	await choice(page, 'Simulated').click();
	await expect(caption(page)).toHaveText(said);
	await expect(page).not.toHaveURL(/source=/);
});

test('simulation and recording stand side by side on one clock', async ({ page }) => {
	await open(page, '/lessons/recreate/#at=2500&source=both');
	await expect(choice(page, 'Both')).toHaveAttribute('aria-pressed', 'true');
	await expect(stage(page)).toContainText('the same steps at the same times');
	await expect(stage(page)).toContainText('on a real cluster');
	await page.keyboard.press('End');
	await expect(caption(page)).toContainText(/Simulated.*Recorded/);
});

test('what a recording doesn’t have is dashed, and says why it is inferred', async ({ page }) => {
	await open(page, '/lessons/create-pod/#at=776.3&source=recorded');
	await expect(page.locator('.caption .fact')).toContainText('inferred');
	await page.getByText('dashed and hollow: inferred').click();
	await expect(page.getByText('revisions are numbered by Kinetes')).toBeVisible();
	await page.locator('[data-subject^="message:"]').last().click();
	await expect(page.getByText(/^Inferred: the way to etcd was not recorded/)).toBeVisible();
});

test('a trace that is dropped on the page plays, and leads back to the lesson', async ({
	page
}) => {
	await open(page);
	await drop(page, 'mine.trace', writeTrace(importRecording(readRecording(recording), { run: 2 })));
	await expect(page.getByText(/kubectl run while kubectl get pods -w watches/)).toBeVisible();
	await page.keyboard.press('End');
	await expect(stage(page)).toContainText('Running');
	await page.getByRole('button', { name: 'Back to the lesson' }).click();
	await expect(choice(page, 'Simulated')).toHaveAttribute('aria-pressed', 'true');
});

test('a recording that is dropped plays; what is none is refused with its reason', async ({
	page
}) => {
	await open(page);
	await drop(page, 'create-pod.json', recording);
	await expect(line(page)).toContainText('run 1 of 3');
	const other = JSON.stringify({ story: 'quorum', runs: [{ steps: [], log: [] }] });
	await drop(page, 'quorum.json', other);
	await expect(page.getByText(/quorum\.json can’t be played: runs\[0\].*own/)).toBeVisible();
	await expect(line(page)).toBeVisible();
	await drop(page, 'broken.trace', '{"format":"kinetes-trace","version":1}\nnonsense');
	await expect(page.getByText(/broken\.trace can’t be played: line 1/)).toBeVisible();
});

test('the failure of a node plays on a page of its own', async ({ page }) => {
	await open(page, '/recordings/node-failure/#at=60000');
	await expect(page.getByText(/The kubelet of worker-2 is stopped for 6\.5 minutes/)).toBeVisible();
	await expect(choice(page, 'Simulated')).toHaveCount(0);
	await page.keyboard.press('End');
	await expect(stage(page)).toContainText('worker-2');
});
