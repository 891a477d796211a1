const lesson = (id: string) => `# What happens, what is said, and what must turn out to be true.
# docs/writing-lessons.md explains every key.
id: ${id}
languages: [en]
files: [web.yaml]

steps:
- at: 0s
  run: kubectl apply -f web.yaml
- at: 6s
  run: kubectl delete pod web
until: 14s

cues:
- when: run
  say: begin
- when: { beat: ready, pod: default/web }
  say: ready
- when: { beat: deleting, pod: default/web }
  say: marked
- when: { beat: removed, pod: default/web }
  say: gone

questions:
- ask: replacement
  stop: { beat: deleting, pod: default/web }
  shown: { beat: removed, pod: default/web }
  answers:
  - say: another
    right: { claim: count, moment: stored, times: 2 }
  - say: none
    right: { claim: count, moment: stored, times: 1 }

facts:
- claim: order
  moments:
  - { beat: ready, pod: default/web }
  - { beat: deleting, pod: default/web }
  - { beat: removed, pod: default/web }
- claim: printed
  text: pod "web" deleted
`;

const manifest = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  terminationGracePeriodSeconds: 5
  containers:
  - name: web
    image: web:v1
`;

const words = `title: A Pod of its own
summary: A Pod that nobody owns is deleted, and nobody replaces it.
cues:
  begin: One Pod, made by hand.
  ready: It runs. No controller knows of it.
  marked: Deleted by hand as well.
  gone: It is gone, and stays gone.
notes:
  begin: Ask who has ever made a Pod without a Deployment, and why.
  gone: Compare with the lesson on ReplicaSets, where the same command has another end.
questions:
  replacement:
    ask: What comes in its place?
    answers:
      another: Another Pod of the same name
      none: Nothing
`;

/** A small lesson that works, by the paths of its files. */
export function lessonTemplate(id: string): Readonly<Record<string, string>> {
	return { 'lesson.yaml': lesson(id), 'web.yaml': manifest, 'text/en.yaml': words };
}
