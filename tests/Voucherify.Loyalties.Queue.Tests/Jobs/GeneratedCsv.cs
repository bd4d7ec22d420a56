using System.Text;

namespace Voucherify.Loyalties.Queue.Tests.Jobs;

/// <summary>A long file that is made while it is read.</summary>
internal sealed class GeneratedCsv(int lines, Action<int> onLine) : Stream
{
    private byte[] _current = Encoding.UTF8.GetBytes("member_id,points,source_id\n");
    private int _position;
    private int _line;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position == _current.Length)
        {
            if (_line == lines)
            {
                return 0;
            }

            onLine(++_line);
            _current = Encoding.UTF8.GetBytes($"CARD{_line % 1000},10,line-{_line}\n");
            _position = 0;
        }

        var read = Math.Min(count, _current.Length - _position);
        Array.Copy(_current, _position, buffer, offset, read);
        _position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
