import type { CommandContext } from '../../command.ts';
import { isNotFound } from '../../kubectl-error.ts';
import {
	customColumnsText,
	parseColumnsFile,
	parseCustomColumns
} from '../../output/custom-columns.ts';
import { objectPrinter, splitFormat, unknownFormat } from '../../output/object-printer.ts';
import { fetchTargets } from '../../resources/fetch.ts';
import { type Info, shownName } from '../../resources/info.ts';
import type { Targets } from '../../resources/targets.ts';
import { KubectlError } from '../../kubectl-error.ts';
import type { Steps } from '../../steps.ts';
import { searchNamespace, selectorsOf } from './get-options.ts';
import { sortObjects } from './sort-by.ts';

/** Prints infos; `isSingle` is one object that was asked for by name. */
export type InfosPrinter = (infos: readonly Info[], isSingle: boolean) => string;

/**
 * Prints whole objects: `-o yaml`, `json`, `name`, `jsonpath`, `custom-columns`.
 *
 * @returns what couldn't be had
 */
export function* getObjects(context: CommandContext, targets: Targets): Steps<readonly Error[]> {
	const print = infosPrinter(context);
	const options = {
		namespace: searchNamespace(context),
		...selectorsOf(context),
		subresource: context.flags.text('subresource')
	};
	const { infos, errors } = yield* fetchTargets(targets, options);
	const ignoresNotFound = context.flags.bool('ignore-not-found');
	const shown = ignoresNotFound ? errors.filter((error) => !isNotFound(error)) : errors;
	const isSingle = targets.type === 'names' && targets.named.length === 1;
	if (!(isSingle && infos.length === 0) && (infos.length > 0 || errors.length === 0)) {
		context.out(print(sortObjects(infos, context.flags.text('sort-by')), isSingle));
	}
	return shown;
}

/** @throws KubectlError when the format is unknown */
export function infosPrinter(context: CommandContext): InfosPrinter {
	const output = context.flags.text('output');
	const [format, argument] = splitFormat(output);
	if (output === 'name') return (infos) => infos.map((info) => `${shownName(info)}\n`).join('');
	if (format === 'custom-columns' || format === 'custom-columns-file') {
		const columns =
			format === 'custom-columns'
				? parseCustomColumns(argument ?? '')
				: parseColumnsFile(fileText(context, argument ?? ''));
		const hasHeaders = !context.flags.bool('no-headers');
		return (infos) =>
			customColumnsText(
				columns,
				infos.map(({ object }) => object),
				hasHeaders
			);
	}
	const print = objectPrinter(output, context);
	if (print === undefined) {
		throw unknownFormat(output, ['custom-columns', 'custom-columns-file', 'wide']);
	}
	return (infos, isSingle) => {
		const first = infos[0];
		if (isSingle && first !== undefined) return print(first.object);
		const items = infos.map(({ object }) => object);
		return print({ apiVersion: 'v1', items, kind: 'List', metadata: { resourceVersion: '' } });
	};
}

function fileText(context: CommandContext, name: string): string {
	const text = context.files[name];
	if (text === undefined) {
		throw new KubectlError(
			`error reading template ${name}, open ${name}: no such file or directory\n`
		);
	}
	return text;
}
