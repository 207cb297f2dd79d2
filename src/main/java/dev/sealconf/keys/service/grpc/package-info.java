/** Key services over gRPC, packed with the jars of gRPC. */
package dev.sealconf.keys.service.grpc;
