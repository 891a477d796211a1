/** An image as people write it: `docker.io/library/web:v1` is `web:v1`, `nginx` is `nginx:latest`. */
export function familiarImage(image: string): string {
	const name = image.replace(/^docker\.io\/(library\/)?/, '');
	const last = name.slice(name.lastIndexOf('/') + 1);
	return last.includes(':') || last.includes('@') ? name : `${name}:latest`;
}
