internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// Closes a connection after an answer that says so, whatever the client still sends: a body that was refused
/// is not read to its end.
///
/// What arrives is dropped for a moment longer, so that the client gets to read the answer: closing at once
/// would reset the connection.
final class CloseAfterResponse: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private enum State {
    case open, closing, closed
  }

  private var state = State.open
  private let patience: TimeAmount

  /// Creates a handler.
  ///
  /// - Parameter patience: how long to go on reading after the answer.
  init(patience: TimeAmount = .seconds(2)) { self.patience = patience }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      if state == .open, head.headerFields[.connection]?.lowercased() == "close" {
        state = .closing
      }
      context.write(data, promise: promise)
    case .body: context.write(data, promise: promise)
    case .end:
      guard state == .closing else {
        context.write(data, promise: promise)
        return
      }
      state = .closed
      context.writeAndFlush(data, promise: promise)
      context.close(mode: .output, promise: nil)
      let channel = context.channel
      context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if state == .open { context.fireChannelRead(data) }
  }
}
