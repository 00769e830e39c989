import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The icon of 256 pixels as Windows and macOS want it: both take a PNG in an envelope of their own.
final class Icons {
    private Icons() {}

    static byte[] ico(byte[] png) {
        ByteBuffer head = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) 1);
        // 0 stands for 256 pixels.
        head.put((byte) 0).put((byte) 0).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32).putInt(png.length).putInt(22);
        return joined(head.array(), png);
    }

    static byte[] icns(byte[] png) {
        ByteBuffer head = ByteBuffer.allocate(16);
        head.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(16 + png.length);
        head.put("ic08".getBytes(StandardCharsets.US_ASCII)).putInt(8 + png.length);
        return joined(head.array(), png);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(other);
        return out.toByteArray();
    }
}
