using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DaNangDxIndex.Typesetting;

internal sealed class CairoContext() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Cairo.DestroyContext(handle);
        return true;
    }
}

internal sealed class FontConfiguration() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Fontconfig.Destroy(handle);
        return true;
    }
}

internal sealed class PangoFont() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Pango.FreeFont(handle);
        return true;
    }
}

internal abstract class GObject() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Pango.Unref(handle);
        return true;
    }
}

internal sealed class PangoFontMap : GObject;

internal sealed class PangoContext : GObject;

internal sealed class PangoLayout : GObject;

/// <summary>A PDF that is being written. Cairo calls back with its bytes, at the latest when the surface is destroyed.</summary>
internal sealed class CairoSurface : SafeHandleZeroOrMinusOneIsInvalid
{
    private const int WriteError = 11;
    private GCHandle _closure;

    public unsafe CairoSurface(MemoryStream bytes, double width, double height) : base(ownsHandle: true)
    {
        _closure = GCHandle.Alloc(bytes);
        SetHandle(Cairo.PdfSurface(&Write, GCHandle.ToIntPtr(_closure), width, height));
    }

    protected override bool ReleaseHandle()
    {
        Cairo.DestroySurface(handle);
        _closure.Free();
        return true;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    private static unsafe int Write(nint closure, byte* data, uint length)
    {
        try
        {
            if (GCHandle.FromIntPtr(closure).Target is not MemoryStream bytes)
                return WriteError;
            bytes.Write(new ReadOnlySpan<byte>(data, checked((int)length)));
            return 0;
        }
        catch (OutOfMemoryException)
        {
            return WriteError;
        }
    }
}
