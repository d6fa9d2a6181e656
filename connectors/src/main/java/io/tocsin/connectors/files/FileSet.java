package io.tocsin.connectors.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The files to read: those named, and those directly in the named folders whose names match. */
final class FileSet {

    private final List<Path> paths;
    private final String include;

    FileSet(List<Path> paths, String include) {
        this.paths = List.copyOf(paths);
        this.include = include;
    }

    /** The files that are there now, each once, in order of their paths. */
    SortedSet<String> list() throws IOException {
        SortedSet<String> files = new TreeSet<>();
        for (Path path : paths) {
            for (Path file : Files.isDirectory(path) ? filesIn(path) : List.of(path)) {
                files.add(file.normalize().toString());
            }
        }
        return files;
    }

    private List<Path> filesIn(Path folder) throws IOException {
        PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + include);
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                Path name = child.getFileName();
                boolean hidden = name.toString().startsWith(".");
                if (!hidden && matcher.matches(name) && Files.isRegularFile(child)) {
                    files.add(child);
                }
            }
        }
        return files;
    }

    /** The named paths that do not exist or cannot be read. */
    List<Path> unreadable() {
        return paths.stream().filter(path -> !Files.isReadable(path)).toList();
    }
}
