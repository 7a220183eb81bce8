package org.kindlin.assays.image;

import org.kindlin.assays.result.Warning;

/**
 * Where the first row and column of a stored picture belong: tag 274 of TIFF 6.0, which cameras write into JPEGs too (Exif 2.3,
 * section 4.6.4). Scanners and telephones turn the picture by this tag alone.
 *
 * @param code 1 (upright) to 8; any other number is taken for 1
 */
public record StoredOrientation(int code) {
    /** As seen: the first row on top, the first column on the left. */
    public static final StoredOrientation UPRIGHT = new StoredOrientation(1);

    public StoredOrientation {
        code = code >= 1 && code <= 8 ? code : 1;
    }

    /** The picture as it is meant to be seen. */
    public ImagePage upright(ImagePage page) {
        return code == 1
                ? page
                : new ImagePage(page.channels().stream().map(this::upright).toList(), page.isColour());
    }

    private ImagePlane upright(ImagePlane plane) {
        return switch (code) {
            case 2 -> plane.mirrored();
            case 3 -> plane.turned(2);
            case 4 -> plane.mirrored().turned(2);
            case 5 -> plane.mirrored().turned(3);
            case 6 -> plane.turned(1);
            case 7 -> plane.mirrored().turned(1);
            case 8 -> plane.turned(3);
            default -> plane;
        };
    }

    /** What to say of a picture that was not stored upright. */
    public Warning warning(String file) {
        return new Warning(
                "stored-orientation",
                file + " says that it is stored turned or mirrored (orientation " + code
                        + "): it was put upright, which some programs, ImageJ among them, leave undone");
    }
}
