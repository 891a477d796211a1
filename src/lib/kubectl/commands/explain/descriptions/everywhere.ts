/** What fields say that are the same wherever they stand (under `*`), and what every object has. */
export const everywhere = `
*
  apiVersion: The API group and version that the object is written in, such as v1 or apps/v1.
  kind: What it is, in CamelCase, such as Pod. It can't be changed.
  metadata: What every object has: its name, namespace, labels and annotations, and what the API server notes about it.
  spec: What is wanted. A person or a controller writes it.
  status: What is the case, as far as the cluster has seen. Controllers write it; what a person writes here is not kept.
  selector: Which objects are meant, by their labels.
  labelSelector: Which objects are meant, by their labels.
  namespaceSelector: Which namespaces are meant, by their labels. Empty means all.
  podSelector: Which pods are meant, by their labels. Empty means all pods of the namespace.
  template: What pods are made from.
  conditions: What is true of the object right now, one entry for every type.
  observedGeneration: The metadata.generation of the object that whoever wrote this had seen.
  lastTransitionTime: When the condition last went from one status to another.
  lastUpdateTime: When the condition was last written.
  lastProbeTime: When the condition was last looked at.
  lastHeartbeatTime: When the condition was last reported.
  reason: Why, in one CamelCase word, for programs.
  message: Why, in a sentence, for people.
  phase: Where in its life the object is, in one word.
  collisionCount: How often a name made of a hash was taken already. The next hash takes this count in.
  readOnly: Whether it can be read only.
  fsType: The file system of the volume, such as ext4.
  optional: Whether the thing named may be missing.
  defaultMode: The permissions of the files that are made, unless an item says otherwise. 0644 when it isn't given.
apis.meta.v1.ObjectMeta: What every object has besides what is special about its kind.
  annotations: Notes for tools and people, as keys with values. Nothing is selected by them.
  creationTimestamp: When the API server stored the object first.
  deletionGracePeriodSeconds: How many seconds the object has to end in peace. Set when it is to be deleted.
  deletionTimestamp: When the object is to be gone. Set by the server when someone deletes it and something is still to be done first.
  finalizers: Who has to do something before the object goes. It stays until the list is empty.
  generateName: A beginning for a name, which the server completes by five random characters when no name is given.
  generation: How often what is wanted (spec) has changed.
  labels: Keys with values that objects are sorted and selected by.
  managedFields: Who has written which fields, when and by what kind of request.
  name: The name, which no other object of this kind in the namespace has. It can't be changed.
  namespace: The namespace that the object is in. It can't be changed.
  ownerReferences: What the object belongs to. When all of its owners are gone, the garbage collector deletes it.
  resourceVersion: A mark that changes with every write. An update that brings an old one is refused.
  selfLink: Not used any more.
  uid: What tells the object apart from all others ever, also from those of the same name before and after it.
apis.meta.v1.OwnerReference: One owner of an object, in the same namespace or in none.
  blockOwnerDeletion: Whether an owner that is deleted in the foreground waits until this object is gone.
  controller: Whether this owner is the one that manages the object. There is one at most.
  name: The name of the owner.
  uid: The UID of the owner.
apis.meta.v1.ManagedFieldsEntry: Which fields someone has written by one kind of request.
  fieldsType: How the fields are written down. There is one way: FieldsV1.
  fieldsV1: The fields, as a tree.
  manager: Who wrote them.
  operation: Whether they were applied on the server's side (Apply) or written otherwise (Update).
  subresource: The part of the object that was written through its own path, such as status.
  time: When the fields were written.
apis.meta.v1.LabelSelector: Selects objects by their labels. All that is asked must be so; an empty selector selects everything.
  matchExpressions: What is asked of single keys.
  matchLabels: Labels that must be there with just these values.
apis.meta.v1.LabelSelectorRequirement: What is asked of the label with one key.
  key: The key of the label.
  operator: How the label and the values have to go together: In, NotIn, Exists or DoesNotExist.
  values: The values for In and NotIn. Empty for the others.
apis.meta.v1.Condition: One thing that is true of an object, or not, or not known.
  status: True, False or Unknown.
  type: What is said of the object, in CamelCase.
core.v1.LocalObjectReference: An object of the same namespace, by its name.
  name: The name of the object.
core.v1.ObjectReference: Another object, by what tells it apart.
  fieldPath: The part of the object that is meant, such as one container.
  name: The name of the object.
  namespace: The namespace of the object.
  resourceVersion: The version of the object that is meant.
  uid: The UID of the object.
`;
