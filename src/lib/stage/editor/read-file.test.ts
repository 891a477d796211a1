import { describe, expect, it } from 'vitest';
import { readFile } from './read-file.ts';

const read = (content: BlobPart) => readFile(new File([content], 'pod.yaml'), 'en');

describe('readFile', () => {
	it('reads text, with line ends of any system', async () => {
		expect(await read('kind: Pod\r\nmetadata: {}\r\n')).toBe('kind: Pod\nmetadata: {}\n');
	});

	it.each<[string, BlobPart, string]>([
		['that is no UTF-8', new Uint8Array([0xff, 0xfe, 0x00]), 'pod.yaml is not text'],
		['with a zero byte', 'kind\0', 'pod.yaml is not text'],
		['of ten megabytes', new Uint8Array(10_000_000), 'pod.yaml is larger than 1 MB'],
		['without content', ' \n', 'The file is empty']
	])('refuses a file %s in a plain sentence', async (_what, content, sentence) => {
		await expect(read(content)).rejects.toThrow(sentence);
	});
});
