/** An error of the file system: which file, and what is the matter with it; undefined for other errors. */
export function describeFileError(error: unknown): { what: string; why: string } | undefined {
  const { code, path, syscall } = Object(error) as NodeJS.ErrnoException;
  const why = FILE_ERRORS[code ?? ""];
  if (!why || !syscall) return undefined;
  return {
    what: `${path ?? "a file"} cannot be ${/open|read|stat|access/.test(syscall) && code === "ENOENT" ? "read" : "written"}`,
    why,
  };
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOSPC: "There is no space left on the device.",
  EDQUOT: "The quota of the user is used up.",
  EFBIG: "The file would be larger than the system allows.",
  EROFS: "The file system is read-only.",
  EACCES: "This user is not allowed to.",
  EPERM: "The system does not permit it.",
  ENOENT: "There is no such file or folder.",
  ENOTDIR: "A part of the path is no folder.",
  EISDIR: "It is a folder.",
  EMFILE: "Too many files are open.",
};
