/**
 * npm run bench: how long frames take in a browser, and how long it takes to draw any moment: of 100 Pods on their way, and
 * of 2 × 50 replicas that are updated side by side under 20 requests a second; and how long a changed setting takes to be
 * seen. Prints percentiles; run it on a machine that does nothing else.
 */
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { browserArgs, requireBrowser } from '../scripts/browser.js';
import { buildIfStale } from '../scripts/build-if-stale.js';
import { serve } from '../scripts/static-server.js';

const pods = 100;
const replicas = 50;
const measuredMs = 10_000;

const manifest = Array.from(
	{ length: pods },
	(_, i) =>
		`apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-${i}\nspec:\n  containers:\n  - name: web\n    image: web:v1\n`
).join('---\n');

const input = {
	commands: 'kubectl apply -f pod.yaml',
	manifest,
	nodes: 4,
	cpu: '8',
	memory: '16Gi'
};

/** @param {readonly number[]} values @param {number} share */
function percentile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	return (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1);
}

/** @param {string} what @param {readonly number[]} values */
function print(what, values) {
	console.log(`  ${what}: p50 ${percentile(values, 0.5)} ms, p95 ${percentile(values, 0.95)} ms`);
}

buildIfStale();
const { url, close } = await serve(resolve('build'), 0);
const browser = await chromium.launch({ executablePath: requireBrowser(), args: browserArgs });

/** A page that no question stops. */
async function newPage() {
	const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
	await page.addInitScript(() => localStorage.setItem('kinetes.asks', 'false'));
	return page;
}

/**
 * A page that plays.
 * @param {string} path
 */
async function playing(path) {
	const page = await newPage();
	await page.goto(url + path);
	await page.getByRole('button', { name: 'Pause' }).waitFor();
	return page;
}

/**
 * Wall time between frames, ms.
 * @param {import('@playwright/test').Page} page
 */
function frames(page) {
	return page.evaluate((forMs) => {
		/** @type {number[]} */
		const times = [];
		return new Promise((/** @type {(times: number[]) => void} */ done) => {
			const begin = performance.now();
			requestAnimationFrame(function next(now) {
				times.push(now);
				if (now - begin < forMs) requestAnimationFrame(next);
				else done(times.slice(1).map((time, i) => time - (times[i] ?? time)));
			});
		});
	}, measuredMs);
}

/**
 * How long the page works to draw a moment that is dragged to, ms.
 * @param {import('@playwright/test').Page} page
 */
async function seeks(page) {
	await page.getByRole('button', { name: 'Pause' }).click();
	return page.locator('.timeline').evaluate(async (element) => {
		const { left, width, top } = element.getBoundingClientRect();
		/** @type {number[]} */
		const times = [];
		const at = (/** @type {string} */ type, /** @type {number} */ x) =>
			element.dispatchEvent(
				new PointerEvent(type, { bubbles: true, clientX: left + x * width, clientY: top + 9 })
			);
		element.setPointerCapture = () => {};
		at('pointerdown', 0);
		for (let i = 0; i < 100; i++) {
			await new Promise(requestAnimationFrame);
			const begin = performance.now();
			at('pointermove', ((i * 61) % 100) / 100);
			// The picture is drawn in microtasks after the play head has moved.
			for (let turn = 0; turn < 4; turn++) await Promise.resolve();
			times.push(performance.now() - begin);
		}
		at('pointerup', 0.5);
		return times;
	});
}

/** From a slider's move until the picture says what came of it, ms. */
async function settings() {
	const page = await newPage();
	// A moment at which everything is ready again, whatever the replicas.
	await page.goto(`${url}compare/#at=30000`);
	await page.getByRole('button', { name: 'Settings' }).click();
	const slider = page.getByRole('slider', { name: 'replicas' });
	await slider.waitFor();
	// A hand needs so long from the button to the slider.
	await page.waitForTimeout(2500);
	/** @type {number[]} */
	const times = [];
	for (let i = 0; i < 20; i++) {
		times.push(
			await slider.evaluate(
				async (element, value) => {
					const begin = performance.now();
					/** @type {HTMLInputElement} */ (element).value = String(value);
					element.dispatchEvent(new Event('input', { bubbles: true }));
					const said = `${value} of ${value}`;
					while (!document.querySelector('.marks')?.textContent?.includes(said)) {
						await new Promise((next) => setTimeout(next, 1));
					}
					return performance.now() - begin;
				},
				3 + (i % 3)
			)
		);
	}
	return times;
}

const many = await playing(
	`lessons/create-pod/#speed=4&run=${encodeURIComponent(JSON.stringify(input))}`
);
console.log(`${pods} Pods on their way`);
print('frame', await frames(many));
print('seek and draw', await seeks(many));
await many.close();

const two = await playing(`compare/#with=${encodeURIComponent(JSON.stringify({ replicas }))}`);
console.log(`2 × ${replicas} replicas under requests`);
print('frame', await frames(two));
print('seek and draw', await seeks(two));
await two.close();

console.log('2 × 4 replicas, a setting is changed');
print('until it is seen', await settings());
await browser.close();
close();
