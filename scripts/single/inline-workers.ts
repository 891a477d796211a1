import type { Plugin } from 'vite';

const worker =
	/new Worker\(\s*new URL\('([^']+)', import\.meta\.url\),\s*\{\s*type: 'module'\s*\}\s*\)/g;

/** Puts a worker's code into the file that starts it: a page from `file://` may load no other file. */
export function inlineWorkers(): Plugin {
	return {
		name: 'inline-workers',
		enforce: 'pre',
		transform(code, id) {
			if (!/\.(ts|svelte)$/.test(id) || !code.includes('new Worker(')) return undefined;
			const imports: string[] = [];
			const inlined = code.replace(worker, (_, path: string) => {
				const name = `InlineWorker${imports.length}`;
				imports.push(`import ${name} from '${path}?worker&inline';`);
				return `new ${name}()`;
			});
			if (inlined.includes('new Worker(')) this.error(`${id}: a worker that can't be inlined`);
			return `${imports.join('\n')}\n${inlined}`;
		}
	};
}
