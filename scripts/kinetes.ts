import { learnFurtherCommands } from '#lib/kubectl/further-commands.ts';
import { learnFurtherKinds } from '#lib/kubernetes/kinds/further-kinds.ts';
import { importFile } from './kinetes/import.ts';
import { record } from './kinetes/record.ts';
import { play } from './kinetes/play.ts';
import { lesson } from './kinetes/lesson.ts';
import { UsageError } from './kinetes/usage-error.ts';

const usage = `kinetes: runs a simulated Kubernetes cluster and writes down what happened

  kinetes record [--lesson ID] [-f FILE]... [--do '<at> <command>']...
                 [--nodes N] [--seed N] [--until 60s] [-o FILE]
      runs a lesson, or commands at their times, and writes the trace as JSON Lines
      (to standard output without -o). -f applies a manifest at the start.
      Times: 500ms, 3s, 1m30s.  Example: --do '0s kubectl run web --image=web:v1'

  kinetes play FILE
      prints a trace as a readable log

  kinetes serve [--port N] [--speed X] [--nodes N] [--record FILE]
      puts a cluster behind HTTP on 127.0.0.1 and writes a kubeconfig for the real kubectl
      (kinetes serve --help tells more)

  kinetes import FILE [--run N] [-o TRACE]
      makes a trace of a recording of a real cluster; docs/recordings.md tells what is recorded and what inferred

  kinetes lesson check DIR
      says what is wrong with a lesson, with file, line and column; then plays it and proves what it claims
  kinetes lesson beats DIR
      plays it and lists the moments to which something can be said
  kinetes lesson new DIR
      makes a small lesson that works, to begin with

  docs/writing-lessons.md tells how a lesson is written.
`;

learnFurtherKinds();
learnFurtherCommands();
const [command, ...args] = process.argv.slice(2);
try {
	if (command === 'record') record(args);
	else if (command === 'play') play(args);
	else if (command === 'import') importFile(args);
	else if (command === 'lesson') lesson(args);
	else if (command === 'serve') await (await import('./kinetes/serve.ts')).serve(args);
	else {
		const asked = command === undefined || command === 'help' || command === '--help';
		(asked ? process.stdout : process.stderr).write(usage);
		process.exitCode = asked ? 0 : 1;
	}
} catch (error) {
	if (!(error instanceof UsageError)) throw error;
	process.stderr.write(`kinetes: ${error.message}\n`);
	process.exitCode = 1;
}
