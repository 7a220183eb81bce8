package org.kindlin.assays.image.tiff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kindlin.assays.image.ImageScale;

/** Which directory of an OME-TIFF holds which picture: its {@code TiffData} elements (OME-TIFF specification, section TiffData). */
final class OmePlanes {
    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> files = new HashSet<>();

    /**
     * One element.
     *
     * @param directory the first of its directories, from 0; -1 where not stated
     * @param count of directories; -1 where not stated
     */
    record Block(int directory, int channel, int slice, int frame, int count) {}

    void add(Block block) {
        if (blocks.size() < TiffDirectory.MOST_PAGES) {
            blocks.add(block);
        }
    }

    /** A file that pictures are said to lie in; these may be several. */
    void lieIn(String file) {
        files.add(file);
    }

    /**
     * Directories in the order of the pictures; none where nothing is said but that they follow each other, where pictures lie in
     * several files, or where what is said does not fit the file.
     *
     * @param scale numbers of channels (those in directories of their own), slices and frames, and their order
     * @param held directories in the file
     */
    List<Integer> directories(ImageScale scale, int held) {
        Map<Integer, Integer> byPicture = new TreeMap<>();
        int pictures = scale.channels() * scale.slices() * scale.frames();
        for (Block block : blocks) {
            boolean isAll = block.directory < 0 && block.count < 0;
            int first = scale.page(block.channel, block.slice, block.frame);
            int count = isAll ? pictures - first : Math.max(1, block.count);
            for (int i = 0; i < count; i++) {
                int directory = Math.max(0, block.directory) + i;
                if (directory >= held || first + i >= pictures || byPicture.putIfAbsent(first + i, directory) != null) {
                    return List.of();
                }
            }
        }
        boolean isWhole =
                byPicture.size() == pictures && Set.copyOf(byPicture.values()).size() == pictures;
        return isWhole && files.size() < 2 ? List.copyOf(byPicture.values()) : List.of();
    }
}
