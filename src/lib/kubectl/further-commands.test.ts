import { expect, test } from 'vitest';
import { knownCommands } from './commands.ts';
import { furtherCommandNames, namesFurtherCommand } from './further-command-names.ts';
import { learnFurtherCommands } from './further-commands.ts';
import { namedCommands } from './named-commands.ts';

function namesOf(commands: ReturnType<typeof knownCommands>): readonly string[] {
	return [
		...new Set(
			commands.flatMap(({ name, subcommands = [] }) => [
				name,
				...subcommands.map((one) => `${name} ${[one.name, ...(one.aliases ?? [])].join('|')}`)
			])
		)
	].sort();
}

test('the names of the commands that are learnt later are those of the commands', () => {
	const before = knownCommands().map(({ name }) => name);
	const named = namesOf(namedCommands());
	learnFurtherCommands();
	expect(namesOf(knownCommands())).toEqual(named);
	const learnt = knownCommands().map(({ name }) => name);
	expect(learnt.filter((name) => !before.includes(name)).sort()).toEqual(furtherCommandNames);
});

test.each(['kubectl drain worker-1', 'kubectl -n a describe ns', '{"run":"kubectl explain pod"}'])(
	'%s needs what is learnt later',
	(text) => expect(namesFurtherCommand(text)).toBe(true)
);

test('most scenarios do without it', () => {
	expect(namesFurtherCommand('kubectl create deployment web --image=web:v1')).toBe(false);
});
