import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportOf } from './report.ts';
import { filesAt, runFile } from './run-file.ts';

/** Sessions and stories are played several times. */
const patienceMs = 60_000;
const truth = join(import.meta.dirname, 'truth');

describe('the simulation does what Kubernetes does', () => {
	it.each(filesAt(truth).map((path) => [basename(path, '.json'), path]))(
		'%s holds, but for the listed exceptions',
		(_, path) => {
			const { lines, ok } = reportOf(runFile(path), false);
			expect(ok, lines.join('\n')).toBe(true);
		},
		patienceMs
	);
});
