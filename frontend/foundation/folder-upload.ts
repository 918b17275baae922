/**
 * Lets the upload field inside it take whole folders, dropped on it or chosen with the button marked data-folder. The field
 * itself reads no more than the first hundred files of a dropped folder and forgets in which folder a file stood.
 *
 * A folder is one line in the list of the field and one request; each file keeps its path. What comes in under a name that
 * is already there gets a folder of its own, so that no file takes the place of another.
 */
interface Piece {
  path: string;
  file: File;
}

type UploadFile = File & { complete?: boolean; formDataName?: string };

type Field = HTMLElement & {
  files: UploadFile[];
  nodrop: boolean;
  maxFileSize: number;
  uploadFiles(file: UploadFile): void;
};

/** More parts than these the server does not read from one request. */
const MOST_FILES = 10_000;

class FolderUpload extends HTMLElement {
  private readonly folders = new WeakMap<File, Piece[]>();
  /** Under which name, file or folder, it is handed in. */
  private readonly places = new WeakMap<File, string>();
  private readonly input = document.createElement('input');

  constructor() {
    super();
    this.input.type = 'file';
    this.input.webkitdirectory = true;
    this.input.hidden = true;
    this.input.addEventListener('change', () => this.chosen());
    this.addEventListener('click', (event) => this.clicked(event));
    // before the field sees them; most of its own events do not bubble
    this.addEventListener('drop', (event) => this.dropped(event), true);
    this.addEventListener('upload-request', (event) => this.requested(event as CustomEvent), true);
    this.addEventListener('file-remove', (event) => this.removed(event as CustomEvent), true);
    for (const change of ['upload-start', 'upload-success', 'upload-error']) {
      this.addEventListener(change, () => this.tellReady(), true);
    }
  }

  connectedCallback(): void {
    this.append(this.input);
  }

  private get field(): Field {
    return this.querySelector('vaadin-upload') as unknown as Field;
  }

  private clicked(event: Event): void {
    if ((event.target as Element).closest('[data-folder]')) {
      this.input.value = '';
      this.input.click();
    }
  }

  private chosen(): void {
    const pieces = [...(this.input.files ?? [])].map((file) => ({ path: file.webkitRelativePath, file }));
    if (pieces.length > 0) {
      this.take(pieces[0].path.split('/')[0], pieces);
    }
  }

  private dropped(event: DragEvent): void {
    const items = [...(event.dataTransfer?.items ?? [])].map((item) => ({ entry: item.webkitGetAsEntry(), item }));
    const folders = items.flatMap(({ entry }) => (entry?.isDirectory ? [entry] : []));
    if (folders.length === 0 || this.field.nodrop) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const loose = new DataTransfer();
    items
      .flatMap(({ entry, item }) => (entry?.isDirectory ? [] : [item.getAsFile()]))
      .forEach((file) => file && loose.items.add(file));
    // the field takes the files that came along, and knows that nothing hangs above it any more
    this.field.dispatchEvent(new DragEvent('drop', { dataTransfer: loose, cancelable: true }));
    folders.forEach((folder) => void this.read(folder));
  }

  private async read(folder: FileSystemEntry): Promise<void> {
    try {
      this.take(folder.name, await piecesOf(folder));
    } catch (problem) {
      console.warn(problem);
      this.refuse('unreadable');
    }
  }

  private take(name: string, all: Piece[]): void {
    // what a computer keeps in a folder for itself nobody hands in
    const pieces = all.filter(({ file }) => !/^(\.|thumbs\.db$|desktop\.ini$)/i.test(file.name));
    const size = pieces.reduce((sum, { file }) => sum + file.size, 0);
    if (pieces.length === 0) {
      this.refuse('empty');
    } else if (pieces.length > MOST_FILES || size > this.field.maxFileSize) {
      this.refuse('large');
    } else {
      const place = this.free(name);
      const line: UploadFile = new File([], `${place}/ (${pieces.length})`);
      this.folders.set(
        line,
        pieces.map(({ path, file }) => ({ path: place + path.slice(name.length), file })),
      );
      this.places.set(line, place);
      this.field.files = [line, ...this.field.files];
      this.field.uploadFiles(line);
    }
  }

  private free(name: string): string {
    const taken = new Set(this.field.files.map((file) => this.places.get(file)));
    let place = name;
    for (let number = 2; taken.has(place); number++) {
      place = `${number}/${name}`;
    }
    return place;
  }

  private requested(event: CustomEvent<{ file: UploadFile; formData: FormData }>): void {
    const { file, formData } = event.detail;
    const name = file.formDataName ?? 'file';
    if (!this.places.has(file)) {
      this.places.set(file, this.free(file.name));
    }
    formData.delete(name);
    const alone = [{ path: this.places.get(file)!, file }];
    (this.folders.get(file) ?? alone).forEach((piece) => formData.append(name, piece.file, piece.path));
  }

  private removed(event: CustomEvent<{ file: UploadFile }>): void {
    this.dispatchEvent(new CustomEvent('given-up', { detail: { place: this.places.get(event.detail.file) ?? '' } }));
    this.tellReady();
  }

  /** Everything in the list has come in whole. */
  private tellReady(): void {
    const files = this.field.files;
    const ready = files.length > 0 && files.every((file) => file.complete);
    this.dispatchEvent(new CustomEvent('ready', { detail: { ready } }));
  }

  private refuse(reason: 'unreadable' | 'empty' | 'large'): void {
    this.dispatchEvent(new CustomEvent('folder-refused', { detail: { reason } }));
  }
}

/** All files in a folder and below it: a browser gives them a hundred at a time, until it gives none. */
async function piecesOf(entry: FileSystemEntry): Promise<Piece[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
    return [{ path: entry.fullPath.slice(1), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const pieces: Piece[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) {
      return pieces;
    }
    for (const one of some) {
      pieces.push(...(await piecesOf(one)));
    }
  }
}

customElements.define('bb-folder-upload', FolderUpload);
