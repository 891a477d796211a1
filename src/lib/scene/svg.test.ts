import { describe, expect, it } from 'vitest';
import type { Mark } from './mark.ts';
import { sceneToSvg } from './svg.ts';
import { themes } from './tokens.ts';

const svg = (mark: Mark) => sceneToSvg({ width: 10, height: 10, marks: [mark] }, themes.light);

describe('sceneToSvg', () => {
	it('writes at most three decimals', () => {
		const text = svg({ key: 'a', type: 'circle', cx: 1 / 3, cy: 2, r: 0.00049, fill: 'api' });
		expect(text).toContain('<circle cx="0.333" cy="2" r="0" fill="#2B5FC7"/>');
	});

	it('never lets a text become markup', () => {
		const hostile = '</text><script>alert("1")</script>&\u0000';
		const text = svg({
			key: 'a',
			type: 'text',
			x: 0,
			y: 0,
			text: hostile,
			size: 9,
			fill: 'ink',
			font: 'sans'
		});
		expect(text).toContain(
			'&lt;/text&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;\ufffd</text>'
		);
	});

	it('leaves colours to the page where it is asked to', () => {
		const mark: Mark = {
			key: 'a',
			type: 'rect',
			x: 0,
			y: 0,
			width: 1,
			height: 1,
			fill: 'api-tint'
		};
		const text = sceneToSvg({ width: 1, height: 1, marks: [mark] }, 'css-variables');
		expect(text).toContain('fill="var(--api-tint)"');
	});

	it('lays the hatch of what is terminating over its fill', () => {
		const text = svg({
			key: 'a',
			type: 'rect',
			x: 0,
			y: 0,
			width: 1,
			height: 1,
			fill: 'surface',
			hatch: true
		});
		expect(text.match(/<rect/g)).toHaveLength(2);
		expect(text).toContain('url(#hatch)');
	});
});
