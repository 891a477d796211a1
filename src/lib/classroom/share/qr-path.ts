import { encode } from 'uqr';

/** A QR code as one path of unit squares. */
export interface QrPath {
	/** Modules on a side, its quiet border included. */
	readonly size: number;
	readonly d: string;
}

/** What ISO/IEC 18004 asks for around the code, modules. */
const quietBorder = 4;

/** The QR code of a text, made here; undefined when the text is too long for one that a phone can read from a wall. */
export function qrPath(text: string): QrPath | undefined {
	if (new TextEncoder().encode(text).length > 1200) return undefined;
	const { size, data } = encode(text, { ecc: 'M', boostEcc: true, border: quietBorder });
	const rows = data.map((row, y) => {
		let line = '';
		for (let x = 0; x < row.length; x++) {
			if (!row[x]) continue;
			const from = x;
			while (row[x + 1]) x++;
			line += `M${from} ${y}h${x + 1 - from}v1H${from}z`;
		}
		return line;
	});
	return { size, d: rows.join('') };
}
