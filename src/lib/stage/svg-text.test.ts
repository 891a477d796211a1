import { describe, expect, it } from 'vitest';
import type { Mark } from '#lib/scene/mark.ts';
import { drawnElements } from './drawn-elements.ts';
import { svgText } from './svg-text.ts';

const draw = (...marks: Mark[]) => svgText(drawnElements(marks, (subject) => `Inspect ${subject}`));

describe('a picture as text', () => {
	it('writes numbers with three decimals and inks as classes', () => {
		expect(
			draw({
				type: 'circle',
				key: 'packet',
				cx: 1 / 3,
				cy: 2,
				r: 6,
				fill: 'api',
				stroke: 'line2',
				strokeWidth: 1.25
			})
		).toBe(
			'<circle data-key="packet" stroke-width="1.25" class="f-api s-line2" cx="0.333" cy="2" r="6"></circle>'
		);
	});

	it('leaves hostile text as text', () => {
		const svg = draw({
			type: 'text',
			key: '"><script>alert(1)</script>',
			x: 0,
			y: 0,
			size: 12,
			fill: 'ink',
			font: 'mono',
			text: '</text><img src=x onerror=alert(1)>&amp;'
		});
		expect(svg).not.toMatch(/<(script|img)/);
		expect(svg).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;amp;');
	});

	it('makes one button of each thing that can be inspected, and none of a message', () => {
		const shape = { type: 'rect', x: 0, y: 0, width: 9, height: 9 } as const;
		const svg = draw(
			{ ...shape, key: 'a', subject: 'component:etcd' },
			{ ...shape, key: 'b', subject: 'component:etcd' },
			{ ...shape, key: 'c', subject: 'message:7' }
		);
		expect(svg.match(/role="button"/g)).toHaveLength(1);
		expect(svg).toContain('aria-label="Inspect component:etcd"');
	});

	it('draws a hatch over a rect that goes away', () => {
		const svg = draw({ type: 'rect', key: 'pod', x: 1, y: 2, width: 3, height: 4, hatch: true });
		expect(svg).toContain('data-key="pod~hatch" class="hatched" x="1"');
	});
});
