import { splitImage } from '../image-catalogue.ts';
import { serverProgram, type ServerProgram } from './server-program.ts';

/** Command names that start a server, each with the images that have it and the server that it is. */
const commands: Readonly<Record<string, { readonly images: RegExp; readonly server: string }>> = {
	nginx: { images: /^nginx$/, server: 'nginx' },
	httpd: { images: /^httpd$/, server: 'httpd' },
	'httpd-foreground': { images: /^httpd$/, server: 'httpd' },
	'redis-server': { images: /^redis$/, server: 'redis' },
	memcached: { images: /^memcached$/, server: 'memcached' },
	postgres: { images: /^postgres$/, server: 'postgres' },
	mysqld: { images: /^mysql$/, server: 'mysql' },
	etcd: { images: /etcd$/, server: 'etcd' },
	agnhost: { images: /agnhost$/, server: 'agnhost' },
	'hello-app': { images: /hello-app$/, server: 'hello-app' },
	web: { images: /^web$/, server: 'web' }
};

/** The server that a command line starts in an image; undefined when it starts none. */
export function serverCommand(
	image: string,
	[path = '', ...args]: readonly string[],
	environment: ReadonlyMap<string, string>,
	hostname: string
): ServerProgram | undefined {
	const { repository, tag } = splitImage(image);
	const program = path.slice(path.lastIndexOf('/') + 1);
	const make = (server: string): ServerProgram =>
		serverProgram(`${server}:${tag}`, environment, args, hostname);
	if (program === 'nginx' && args.includes('-s')) return undefined;
	if (program === 'httpd' && /(^|\/)(busybox|alpine)$/.test(repository))
		return make('busybox-httpd');
	if (/^python3?$/.test(program) && args.includes('http.server')) return make('python-http');
	const known = Object.hasOwn(commands, program) ? commands[program] : undefined;
	return known?.images.test(repository) === true ? make(known.server) : undefined;
}
