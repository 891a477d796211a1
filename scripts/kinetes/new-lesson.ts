import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { lessonTemplate } from '#lib/lessons/lesson-template.ts';
import { UsageError } from './usage-error.ts';

/** `kinetes lesson new`: a small lesson that works, to be changed into another. */
export function newLesson(path: string): void {
	const folder = resolve(path);
	if (existsSync(folder) && readdirSync(folder).length > 0) {
		throw new UsageError(`${path} is there already, and not empty`);
	}
	const id = basename(folder)
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	for (const [name, text] of Object.entries(lessonTemplate(id || 'my-lesson'))) {
		const file = join(folder, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	process.stdout.write(
		`${path} is a lesson now.\n  npm run -s kinetes -- lesson check ${path}\n` +
			`proves it; drop the folder on the page to see it.\n`
	);
}
