import { describe, expect, it } from 'vitest';
import { qrPath } from './qr-path.ts';

const link = 'https://school.example/kinetes/lessons/create-pod/#at=800&lang=zh-Hant&v=1.abc123';

describe('a QR code', () => {
	it('has the finder pattern in three corners, behind a quiet border of four modules', () => {
		const { size, d } = qrPath(link)!;
		expect(d).toMatch(/^M4 4h7v1H4z/);
		expect(d).toContain(`M${size - 11} 4h7v1H${size - 11}z`);
		expect(d).toContain(`M4 ${size - 5}h7v1H4z`);
	});

	it('is given up for a text too long to be read from a wall', () => {
		expect(qrPath(`${link}&run=${'x'.repeat(1200)}`)).toBeUndefined();
	});
});
